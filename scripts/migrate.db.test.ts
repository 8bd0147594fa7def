import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { createTestDatabase } from './test-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'kvitt-migrations-'));
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

test('two starts at once apply a migration once, function bodies and all', async () => {
  write(
    '20300101000000_a',
    'create table trial_a (n int); create function trial() returns int as $$ begin return 1; end; $$ language plpgsql;',
  );
  const results = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
  expect(results.flat()).toEqual(['20300101000000_a']);
  expect((await client.query('select trial() as one')).rows).toEqual([{ one: 1 }]);
});

test('a migration that fails leaves nothing of itself, and the next try starts afresh', async () => {
  write('20300101000001_b', 'create table trial_b (n int); select 1/0;');
  await expect(migrate(database.url, folder)).rejects.toThrow('20300101000001_b failed');
  expect((await client.query(`select to_regclass('trial_b') as found`)).rows).toEqual([{ found: null }]);

  write('20300101000001_b', 'create table trial_b (n int);');
  expect(await migrate(database.url, folder)).toEqual(['20300101000001_b']);
});

test('a migration that was edited after it was applied stops the start', async () => {
  write('20300101000001_b', 'create table trial_b (n bigint);');
  await expect(migrate(database.url, folder)).rejects.toThrow('was changed after');
});

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}
