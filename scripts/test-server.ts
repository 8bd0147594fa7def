import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { startPostgres } from './postgres.ts';
import { findFreePort } from './runtime/ports.ts';
import { isStill, type KnownProcess, remember, signal, waitUntilGone } from './runtime/processes.ts';
import { makeScratchFolder } from './runtime/scratch.ts';

const template = 'kvitt_template';
const folderPrefix = 'kvitt-test-';

/** A database of its own. */
export interface TestDatabase {
  url: string;
  /** Closes whatever is still connected. */
  drop(): Promise<void>;
}

/** A throw-away PostgreSQL with a migrated template database. `url` is of its maintenance database. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await sweepLeftovers();
  const folder = makeScratchFolder(folderPrefix);
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    port: await findFreePort(),
    durable: false,
    database: template,
  });
  writeFileSync(join(folder, 'owner.json'), JSON.stringify([remember(process.pid), remember(server.pid)]));
  await migrate(server.url);
  return {
    url: server.urlOf('postgres'),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A fresh, migrated, empty database on such a server: takes some 50 ms. */
export async function createDatabaseOn(serverUrl: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  return {
    url: databaseUrl(serverUrl, name),
    drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

/** A killed test run leaves its server behind: end those whose owner is gone. */
async function sweepLeftovers(): Promise<void> {
  for (const entry of readdirSync(tmpdir())) {
    if (!entry.startsWith(folderPrefix)) continue;
    const folder = join(tmpdir(), entry);
    try {
      const known = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as KnownProcess[];
      const [owner, server] = known;
      if (!owner || !server || isStill(owner)) continue;
      if (isStill(server)) {
        signal(server.pid, 'SIGQUIT');
        await waitUntilGone(server.pid, 5_000);
      }
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's folder, or one that is just being made.
    }
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
