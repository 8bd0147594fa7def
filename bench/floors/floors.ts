import { startChild } from '../child.ts';
import { databaseUrl, type SqlShape } from '../database.ts';
import { send } from '../http.ts';
import type { Target } from '../load.ts';
import { bareNextUrl, portalUrl, ports, sqlFloorUrl } from '../paths.ts';

const next = 'node_modules/next/dist/bin/next';
const quiet = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };

/** Builds and starts what Kvitt is compared with; call when its database is up. */
export async function startFloors(): Promise<void> {
  await startChild([next, 'build', 'bench/bare-next'], quiet, /Route \(app\)/).then(({ ended }) => ended);
  await startChild(
    [next, 'start', 'bench/bare-next', '--hostname', '127.0.0.1', '--port', String(ports.bareNext)],
    quiet,
    /Ready in/,
  );
  await startChild(
    ['--import', 'tsx', 'bench/floors/sql-server.ts'],
    { DATABASE_URL: databaseUrl(), PORT: String(ports.sqlFloor) },
    /floor ready/,
  );
}

const asBrowser = { 'accept-encoding': 'gzip' };

/** Twenty fields in a Next application that has nothing else. */
export const bareNext: Target = { name: 'bare Next application', once: () => expectOk(`${bareNextUrl}/`) };

/** Twenty fields in the portal's own build: its proxy and its frame around them, nobody signed in. */
export const bareInBuild: Target = {
  name: 'bare page of the same build',
  once: () => expectOk(`${portalUrl}/bench`),
};

/** The same number of round trips with raw pg; see sql-server.ts. */
export function sqlFloor({ roundTrips, writes, transactions }: SqlShape): Target {
  const reads = roundTrips - writes - 2 * transactions;
  const url = `${sqlFloorUrl}/?${new URLSearchParams({ reads: String(reads), writes: String(writes), transactions: String(transactions) })}`;
  return { name: 'raw pg, same round trips', once: () => expectOk(url) };
}

async function expectOk(url: string): Promise<void> {
  const { status } = await send(url, { headers: asBrowser });
  if (status !== 200) throw new Error(`${url} answered ${status}`);
}
