import { join } from 'node:path';
import { parseEnv } from '@/lib/core/env.ts';
import { ownServerRuns } from '../postgres.ts';
import { tryLock } from '../runtime/lock.ts';
import { dataDir } from '../runtime/paths.ts';
import { isPortFree } from '../runtime/ports.ts';
import { type Ports, runtimeEnv } from '../runtime/runtime-env.ts';
import { StopMessage } from '../runtime/stop-message.ts';
import { wantsSandbox } from './processes.ts';

export const lockFile = join(dataDir, 'start.lock');

/** Nothing may connect before the database is there, so one that does not exist serves. */
export const placeholderUrl = 'postgresql://build@127.0.0.1:1/none';

/** @throws StopMessage naming each variable that is missing or wrong. */
export function checkConfiguration(ports: Ports): void {
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

/** One start per data folder. @throws StopMessage when another one lives. */
export function takeLock(ports: Ports): void {
  const holder = tryLock(lockFile);
  if (!holder) return;
  throw new StopMessage(
    `Kvitt already runs from this folder (process ${holder.pid}), probably on http://localhost:${ports.portal}. ` +
      'Stop it with Ctrl-C in its terminal first. A second one beside it needs its own folder and ports: ' +
      'KVITT_DATA_DIR, PORT, SANDBOX_PORT, SANDBOX_SMTP_PORT, PGPORT.',
  );
}

/** All ports before the slow work, so that nobody waits for a build only to be told this. @throws StopMessage. */
export async function checkPorts(ports: Ports): Promise<void> {
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
