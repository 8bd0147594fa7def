import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { migrate } from './migrate.ts';
import { startPostgres } from './postgres.ts';
import { findFreePort } from './runtime/ports.ts';
import { isStill, type KnownProcess, remember, signal, waitUntilGone } from './runtime/processes.ts';
import { makeScratchFolder } from './runtime/scratch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the maintenance database of the test server. */
    testServerUrl: string;
  }
}

const template = 'kvitt_template';
const folderPrefix = 'kvitt-test-';

/**
 * A fresh, migrated, empty database of its own, for a `*.db.test.ts` file (or one test in it): takes some 50 ms.
 * `drop()` closes whatever is still connected.
 */
export async function createTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const serverUrl = inject('testServerUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  return {
    url: databaseUrl(serverUrl, name),
    drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

/** Vitest's global setup of the project `db`: one throw-away PostgreSQL with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
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
  project.provide('testServerUrl', server.urlOf('postgres'));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
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
