import { startChild } from '../child.ts';
import { databaseUrl, type SqlShape } from '../database.ts';
import { send } from '../http.ts';
import type { Target } from '../load.ts';
import { bareNextUrl, portalUrl, ports, sqlFloorUrl } from '../paths.ts';
import type { Comparison } from '../rounds.ts';

const next = 'node_modules/next/dist/bin/next';
const quiet = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };

/** Builds and starts what Kvitt is compared with; call when its database is up. */
export async function startFloors(): Promise<void> {
  await startChild([next, 'build', 'bench/bare-next'], quiet, /Route \(app\)/).then(({ ended }) => ended);
  await startChild(
    [next, 'start', 'bench/bare-next', '--hostname', '127.0.0.1', '--port', String(ports.bareNext)],
    { ...quiet, DATABASE_URL: databaseUrl() },
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

/** A route against two floors that make as many round trips with raw pg: a bare route of the same framework, and no framework. */
export function againstRoutes(
  route: Pick<Comparison, 'id' | 'title' | 'measured'> & Partial<Comparison>,
  { roundTrips, writes, transactions }: SqlShape,
): Comparison[] {
  const reads = roundTrips - writes - 2 * transactions;
  const query = new URLSearchParams(
    Object.entries({ reads, writes, transactions }).map(([name, count]) => [name, String(count)]),
  );
  const floor = (name: string, url: string): Target => ({ name, once: () => expectOk(`${url}?${query}`) });
  return [
    { ...route, floor: floor('bare Next route, raw pg', `${bareNextUrl}/sql`), aim: 0.6 },
    {
      ...route,
      id: `${route.id}-bare-node`,
      title: `${route.title}, against bare Node`,
      floor: floor('bare Node route, raw pg', `${sqlFloorUrl}/`),
      aim: 0.6,
    },
  ];
}

async function expectOk(url: string): Promise<void> {
  const { status } = await send(url, { headers: asBrowser });
  if (status !== 200) throw new Error(`${url} answered ${status}`);
}
