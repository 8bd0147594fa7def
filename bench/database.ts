import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { dataDir, ports } from './paths.ts';

/** Where Kvitt's own database answers; its password lies beside its data. */
export function databaseUrl(): string {
  const password = readFileSync(join(dataDir, 'postgres/kvitt.password'), 'utf8').trim();
  return `postgresql://kvitt:${password}@127.0.0.1:${ports.postgres}/kvitt`;
}

export async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl(), application_name: 'kvitt-bench' });
  // A database that is stopped under it is told by the next query, or is the end of the run.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** What one request asks of the database. */
export interface SqlShape {
  /** Every statement sent, `begin` and `commit` too: each is one round trip. */
  roundTrips: number;
  /** Of these: insert, update and delete. */
  writes: number;
  /** Explicit transactions. */
  transactions: number;
}

const logFile = join(dataDir, 'logs/postgres.log');

/**
 * Counts what the portal sends while `work` runs once, from PostgreSQL's own log: `log_statement = all`, and only lines of
 * the portal's connections. The smallest of some runs is given: a session that is renewed in passing is no part of it.
 */
export async function countSql(client: pg.Client, work: () => Promise<void>): Promise<SqlShape> {
  await setLogging(client, true);
  try {
    const runs: SqlShape[] = [];
    for (let run = 0; run < 3; run += 1) {
      await delay(200);
      const from = statSync(logFile).size;
      await work();
      await delay(200);
      runs.push(shapeOf(readFileSync(logFile).subarray(from).toString('utf8')));
    }
    runs.sort((a, b) => a.roundTrips - b.roundTrips);
    const [least] = runs;
    if (!least || least.roundTrips === 0) throw new Error("No statement of the portal's was logged");
    return least;
  } finally {
    await setLogging(client, false);
  }
}

async function setLogging(client: pg.Client, on: boolean): Promise<void> {
  await client.query(on ? "alter system set log_statement = 'all'" : 'alter system reset log_statement');
  await client.query(on ? "alter system set log_line_prefix = '%a|'" : 'alter system reset log_line_prefix');
  await client.query('select pg_reload_conf()');
  await delay(300);
}

function shapeOf(log: string): SqlShape {
  const texts = log
    .split(/^(?=[\w[\]-]*\|)/m)
    .map((entry) => /^kvitt-portal\|LOG: {2}(?:statement|execute [^:]*):\s*([\s\S]*)/.exec(entry)?.[1])
    .filter((text) => text !== undefined);
  const count = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length;
  return {
    roundTrips: texts.length,
    writes: count(/^\s*(insert|update|delete)\b/i),
    transactions: count(/^\s*begin\b/i),
  };
}
