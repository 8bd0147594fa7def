import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseEnv } from '@/lib/core/env.ts';
import { buildAll, bundleProcesses } from '../build.ts';
import { generateClient } from '../generate.ts';
import { ownServerRuns } from '../postgres.ts';
import { releaseLock, tryLock } from '../runtime/lock.ts';
import { dataDir, logsDir } from '../runtime/paths.ts';
import { isPortFree } from '../runtime/ports.ts';
import { isAlive } from '../runtime/processes.ts';
import { elapsed } from '../runtime/progress.ts';
import { forgetRun, stopLeftovers } from '../runtime/run-file.ts';
import { mode, type Ports, readPorts, runtimeEnv } from '../runtime/runtime-env.ts';
import { StopMessage } from '../runtime/stop-message.ts';
import { type Database, migrateDatabase, openDatabase, seedWhenEmpty } from './database.ts';
import { portalSpec, sandboxSpec, wantsSandbox, workerSpec } from './processes.ts';
import { Supervisor } from './supervisor.ts';
import { printWelcome } from './welcome.ts';

const lockFile = join(dataDir, 'start.lock');

/**
 * What `npm start`, `npm run dev` (--dev), `npm run worker` (--only=worker) and one more portal beside a running one
 * (--only=portal) do once the packages are there.
 */
export async function main(args: string[], startedAt: number): Promise<void> {
  const dev = args.includes('--dev');
  const only = (['worker', 'portal'] as const).find((name) => args.includes(`--only=${name}`));
  const alone = only !== undefined;
  const supervisor = new Supervisor(dev || alone);
  let opening: Promise<Database> | undefined;
  let locked = false;

  let stopping: Promise<never> | undefined;
  const stop = (exitCode: number): Promise<never> => {
    stopping ??= (async () => {
      await supervisor.stop();
      // A server that could not be opened was told about already.
      const database = await opening?.catch(() => undefined);
      await database?.stop();
      forgetRun();
      if (locked) releaseLock(lockFile);
    })()
      .catch((error: unknown) => console.error(error instanceof StopMessage ? error.message : error))
      .then(() => process.exit(exitCode));
    return stopping;
  };
  const stopWith = (message: string) => {
    if (!stopping) console.error(`\n${message}\n`);
    return stop(1);
  };
  // Whoever read what we print may be gone before us: then nobody reads it, and everything still gets stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!stopping) console.log('\nStopping …');
      void stop(0);
    });
  }

  stopWithNpm(() => void stop(0));

  try {
    const ports = readPorts();
    checkConfiguration(ports);
    const left = await stopLeftovers();
    if (left > 0)
      console.log(`  stopped ${left} process${left === 1 ? '' : 'es'} left by an interrupted start`);
    if (!alone) {
      takeLock(ports);
      locked = true;
      await checkPorts(ports);
    }
    await prepare(ports, dev, only);
    opening = openDatabase(ports, alone);
    let database = await opening;
    const env = runtimeEnv(ports, database.url);
    await migrateDatabase(database.url);
    if (!alone && mode() === 'demo') await seedWhenEmpty(database, env);
    const starting: Promise<unknown>[] = [];
    if (only !== 'portal') starting.push(supervisor.start(workerSpec(env, dev)));
    if (!alone && wantsSandbox(env, ports)) starting.push(supervisor.start(sandboxSpec(env, dev)));
    if (only !== 'worker') {
      starting.push(supervisor.start(portalSpec(env, ports, dev), (message) => void stopWith(message)));
    }
    await Promise.all(starting);
    if (alone) console.log(`The ${only} runs (${elapsed(startedAt)}). Stop it with Ctrl-C.`);
    else await printWelcome(env, ports, startedAt);
    // A dead database is started again: PostgreSQL recovers by itself, and portal and worker reconnect.
    while (!stopping && !alone) {
      await delay(2_000);
      if (stopping || database.pid === undefined || isAlive(database.pid)) continue;
      console.error(`PostgreSQL stopped unexpectedly (its log: ${join(logsDir, 'postgres.log')}).`);
      opening = openDatabase(ports, false);
      database = await opening;
    }
  } catch (error) {
    if (stopping) return stopping;
    const known = error instanceof StopMessage;
    await stopWith(
      known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }
}

/** A signal to npm ends npm and its shell, but is not passed on to us: their end is our signal. */
function stopWithNpm(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}

async function prepare(ports: Ports, dev: boolean, only: 'worker' | 'portal' | undefined): Promise<void> {
  if (generateClient()) console.log('  generated the Prisma client');
  // Nothing may connect while building, so a database that does not exist serves.
  if (only === 'worker') await bundleProcesses();
  else if (!dev) await buildAll(runtimeEnv(ports, placeholderUrl));
}

const placeholderUrl = 'postgresql://build@127.0.0.1:1/none';

function checkConfiguration(ports: Ports): void {
  const wanted = process.env.KVITT_MODE;
  if (wanted && wanted !== 'demo' && wanted !== 'production') {
    throw new StopMessage(`KVITT_MODE is "${wanted}", but it is demo or production.`);
  }
  try {
    parseEnv(runtimeEnv(ports, process.env.DATABASE_URL || placeholderUrl));
  } catch (error) {
    throw new StopMessage(error instanceof Error ? error.message : String(error));
  }
}

function takeLock(ports: Ports): void {
  const holder = tryLock(lockFile);
  if (!holder) return;
  throw new StopMessage(
    `Kvitt already runs from this folder (process ${holder.pid}), probably on http://localhost:${ports.portal}. ` +
      'Stop it with Ctrl-C in its terminal first. A second one beside it needs its own folder and ports: ' +
      'KVITT_DATA_DIR, PORT, SANDBOX_PORT, SANDBOX_SMTP_PORT, PGPORT.',
  );
}

/** All ports before the slow work, so that nobody waits for a build only to be told this. */
async function checkPorts(ports: Ports): Promise<void> {
  const sandbox = wantsSandbox(runtimeEnv(ports, placeholderUrl), ports);
  const needed: [number, string, string][] = [
    [ports.portal, 'PORT', 'the portal'],
    ...(sandbox
      ? ([
          [ports.sandbox, 'SANDBOX_PORT', 'the sandbox'],
          [ports.smtp, 'SANDBOX_SMTP_PORT', "the sandbox's mail"],
        ] as [number, string, string][])
      : []),
    ...(process.env.DATABASE_URL || ownServerRuns(join(dataDir, 'postgres'))
      ? []
      : ([[ports.postgres, 'PGPORT', 'PostgreSQL']] as [number, string, string][])),
  ];
  for (const [port, variable, purpose] of needed) {
    if (await isPortFree(port)) continue;
    throw new StopMessage(
      `Port ${port} (for ${purpose}) is taken by another program. Stop that program, or choose another port: ` +
        `${variable}=${port + 10} npm start`,
    );
  }
}
