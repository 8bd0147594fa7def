import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { StopMessage } from './runtime/stop-message.ts';

const migrationsFolder = fileURLToPath(new URL('../prisma/migrations', import.meta.url));

/** Any constant: two starts at once on one database take turns. */
const lockKey = 6_149_004_211;

type Migration = { name: string; sql: string; checksum: string };

/**
 * Brings a database up to date: our own migrations, then graphile-worker's.
 *
 * Ours are recorded in Prisma's own `_prisma_migrations`, so Prisma's tools understand the database, but applied here:
 * each in one transaction together with its record, so that a kill at any moment leaves it whole or not begun.
 * (Prisma's engine records outside the transaction, and its script splitter breaks on dollar-quoted bodies.)
 * @returns the names of the migrations that were applied now.
 */
export async function migrate(databaseUrl: string, folder = migrationsFolder): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const applied = await applyPending(client, readMigrations(folder));
    await runMigrations({ connectionString: databaseUrl });
    return applied;
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(createTable);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null`,
  );
  const done = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const pending = migrations.filter(({ name }) => !done.has(name));
  const edited = migrations.find(({ name, checksum }) => done.has(name) && done.get(name) !== checksum);
  if (edited) {
    throw new StopMessage(
      `The migration ${edited.name} was changed after it had been applied to this database. ` +
        'Undo the change and write a new migration; or, where the data is of no value, delete the database (.data/postgres).',
    );
  }
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const { message, position } = error as pg.DatabaseError;
    const line = position ? ` (line ${sql.slice(0, Number(position)).split('\n').length})` : '';
    throw new StopMessage(`The migration ${name} failed${line}: ${message}`);
  }
}

function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** As Prisma makes it. */
const createTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const { databaseForTools } = await import('./runtime/tool-database.ts');
  const database = await databaseForTools();
  try {
    const applied = await migrate(database.url);
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  } catch (error) {
    console.error(error instanceof StopMessage ? error.message : error);
    process.exitCode = 1;
  } finally {
    await database.stop();
  }
}
