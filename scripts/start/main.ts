import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildAll, bundleProcesses } from '../build.ts';
import { generateClient } from '../generate.ts';
import { releaseLock } from '../runtime/lock.ts';
import { logsDir } from '../runtime/paths.ts';
import { isAlive } from '../runtime/processes.ts';
import { elapsed } from '../runtime/progress.ts';
import { forgetRun, stopLeftovers } from '../runtime/run-file.ts';
import { type Ports, readPorts, runtimeEnv } from '../runtime/runtime-env.ts';
import { StopMessage } from '../runtime/stop-message.ts';
import { type Database, migrateDatabase, openDatabase, prepareData } from './database.ts';
import { checkConfiguration, checkPorts, lockFile, placeholderUrl, takeLock } from './preconditions.ts';
import { portalSpec, sandboxSpec, wantsSandbox, workerSpec } from './processes.ts';
import { Supervisor } from './supervisor.ts';
import { printWelcome } from './welcome.ts';

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
    await prepareData(database, env, alone);
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
