import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Running, startChild } from './child.ts';
import { dataDir, ports, root } from './paths.ts';

/** What the README tells a person to run, with ports and data of its own and `/bench` open. */
const env = {
  PORT: String(ports.portal),
  SANDBOX_PORT: String(ports.sandbox),
  SANDBOX_SMTP_PORT: String(ports.smtp),
  PGPORT: String(ports.postgres),
  KVITT_DATA_DIR: dataDir,
  KVITT_BENCH: '1',
};
const ofOthers = ['DATABASE_URL', 'PORTAL_URL', 'KVITT_MODE', 'SANDBOX_URL', 'PROVIDER_BASE_URLS'];

export const startKvitt = (): Promise<Running> =>
  startChild(
    ['scripts/start.mjs'],
    { ...env, ...Object.fromEntries(ofOthers.map((name) => [name, ''])) },
    /^Kvitt is ready/,
  );

export interface StartTimes {
  /** First start of a clone whose packages are installed: everything is built, the database is made and seeded. */
  coldWithBuildS: number;
  /** The same without what the build took. */
  coldS: number;
  /** Later starts; a start that finds everything as it was. */
  warmS: number[];
}

/** Starts Kvitt from nothing, then again from what is there, and leaves it running. `keepBuild`: the build is taken as it is. */
export async function startColdThenWarm(
  keepBuild: boolean,
  times: number,
): Promise<{ kvitt: Running; times: StartTimes }> {
  rmSync(dataDir, { recursive: true, force: true });
  if (!keepBuild)
    for (const built of ['.next', '.build']) rmSync(join(root, built), { recursive: true, force: true });
  let kvitt = await startKvitt();
  const cold = kvitt.readyMs / 1000;
  const building = kvitt.lines.map(buildSeconds).reduce((sum, seconds) => sum + seconds, 0);
  const warmS: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await kvitt.stop();
    kvitt = await startKvitt();
    warmS.push(kvitt.readyMs / 1000);
  }
  return { kvitt, times: { coldWithBuildS: cold, coldS: cold - building, warmS } };
}

/** `  building the portal: done, 41.2 s` → 41.2 */
function buildSeconds(line: string): number {
  return Number(/^ {2}building .*: done, ([\d.]+) s$/.exec(line)?.[1] ?? 0);
}
