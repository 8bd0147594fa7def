import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../migrate.ts';
import { startPostgres } from '../postgres.ts';
import { dataDir, logsDir, root } from '../runtime/paths.ts';
import { step } from '../runtime/progress.ts';
import { runTool } from '../runtime/run-tool.ts';
import type { Ports } from '../runtime/runtime-env.ts';
import { StopMessage } from '../runtime/stop-message.ts';

export type Database = {
  url: string;
  /** Undefined: a server of somebody else's. */
  pid: number | undefined;
  stop(): Promise<void>;
};

/** DATABASE_URL, or the embedded server; `borrow` leaves a server that already runs to the one who started it. */
export async function openDatabase(ports: Ports, borrow: boolean): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await mustAnswer(given);
    return { url: given, pid: undefined, stop: async () => undefined };
  }
  return step('starting PostgreSQL', () =>
    startPostgres({
      dataDir: join(dataDir, 'postgres'),
      port: ports.postgres,
      durable: true,
      logFile: join(logsDir, 'postgres.log'),
      borrow,
    }),
  );
}

export async function migrateDatabase(url: string): Promise<void> {
  const applied = await migrate(url);
  if (applied.length > 0) console.log(`  migrated the database: ${applied.join(', ')}`);
}

/** Fills an empty database with the demo's owners and services. */
export async function seedWhenEmpty(url: string, env: Record<string, string>): Promise<void> {
  const entry = 'prisma/seed/main.ts';
  if (!(await isEmpty(url))) return;
  if (!existsSync(join(root, entry))) {
    console.log(`  the database is empty, and there is no ${entry} to fill it`);
    return;
  }
  await step('seeding the demo', () => runTool('seed', ['--import', 'tsx', entry], env));
}

async function isEmpty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>('select exists (select from service) as found');
    return !rows[0]?.found;
  } finally {
    await client.end();
  }
}

async function mustAnswer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const reason =
      error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
    throw new StopMessage(`The database in DATABASE_URL does not answer: ${reason}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
