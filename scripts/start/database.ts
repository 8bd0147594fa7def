import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../migrate.ts';
import { startPostgres } from '../postgres.ts';
import { dataDir, logsDir, root } from '../runtime/paths.ts';
import { step } from '../runtime/progress.ts';
import { runTool } from '../runtime/run-tool.ts';
import { mode, type Ports } from '../runtime/runtime-env.ts';
import { StopMessage } from '../runtime/stop-message.ts';

export type Database = {
  url: string;
  /** Undefined: a server of somebody else's. */
  pid: number | undefined;
  stop(): Promise<void>;
  /** Throws the database away and makes it anew; only for the embedded server. */
  recreate?(): Promise<void>;
};

/** While this schema exists, a seeding is under way or was interrupted. */
const seedingMark = 'kvitt_seeding';

/** Any constant: of two starts on one empty database, one seeds and the other waits. */
const seedLockKey = 6_149_004_212;

/** DATABASE_URL, or the embedded server; `borrow` leaves a server that already runs to the one who started it. */
export async function openDatabase(ports: Ports, borrow: boolean): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await withClient(given, async () => undefined);
    return { url: given, pid: undefined, stop: async () => undefined };
  }
  const server = await step('starting PostgreSQL', () =>
    startPostgres({
      dataDir: join(dataDir, 'postgres'),
      port: ports.postgres,
      durable: true,
      logFile: join(logsDir, 'postgres.log'),
      borrow,
    }),
  );
  const recreate = () =>
    withClient(server.urlOf('postgres'), async (client) => {
      await client.query('drop database kvitt with (force)');
      await client.query('create database kvitt');
    });
  return { ...server, recreate };
}

export async function migrateDatabase(url: string): Promise<void> {
  const applied = await migrate(url);
  if (applied.length > 0) console.log(`  migrated the database: ${applied.join(', ')}`);
}

/** What the mode asks of the data: production runs on none of the demo's, a demo's start fills an empty database. */
export async function prepareData(
  database: Database,
  env: Record<string, string>,
  alone: boolean,
): Promise<void> {
  if (mode() === 'production') await refuseDemoData(database.url);
  else if (!alone) await seedWhenEmpty(database, env);
}

/**
 * The demo's owners are told by their addresses: `.example` belongs to nobody (RFC 2606), so no owner of a real installation
 * has one. Their agreements hold the sandbox's keys, which everybody can read.
 */
async function refuseDemoData(url: string): Promise<void> {
  const slugs = await withClient(url, async (client) => {
    const { rows } = await client.query<{ slug: string }>(
      "select slug from owner where email like '%.example' order by slug",
    );
    return rows.map(({ slug }) => slug);
  });
  if (slugs.length === 0) return;
  throw new StopMessage(
    `The database holds the demo's invented owners (${slugs.join(', ')}) with the sandbox's keys, which everybody knows. ` +
      'Production starts on a database of its own: make an empty one and set DATABASE_URL.',
  );
}

/** Fills an empty database with the demo's owners and services; begins anew when an earlier start was killed at it. */
async function seedWhenEmpty(database: Database, env: Record<string, string>): Promise<void> {
  const half = await withClient(database.url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [seedLockKey]);
    if (await isTrue(client, `select to_regnamespace('${seedingMark}') is not null as yes`)) return true;
    if (!(await isTrue(client, 'select exists (select from owner) as yes'))) await seed(client, env);
    return false;
  });
  if (!half) return;
  if (!database.recreate) {
    throw new StopMessage(
      'An earlier start was interrupted while it seeded the demo, so the database in DATABASE_URL is half filled. ' +
        'Drop the database, create it again, and start again.',
    );
  }
  console.log('  an earlier start was interrupted while it seeded the demo: beginning anew');
  await database.recreate();
  await migrateDatabase(database.url);
  await seedWhenEmpty(database, env);
}

async function seed(client: pg.Client, env: Record<string, string>): Promise<void> {
  const entry = 'prisma/seed/main.ts';
  if (!existsSync(join(root, entry))) return;
  await client.query(`create schema ${seedingMark}`);
  await step('seeding the demo', () => runTool('seed', ['--import', 'tsx', entry], env));
  await client.query(`drop schema ${seedingMark}`);
}

async function isTrue(client: pg.Client, sql: string): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>(sql);
  return rows[0]?.yes === true;
}

/** Throws StopMessage when the database does not answer. */
async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((error: NodeJS.ErrnoException) => {
    throw new StopMessage(`The database does not answer: ${error.message || error.code}`);
  });
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
