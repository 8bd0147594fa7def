import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './test-database.ts';

test('a test database is migrated, empty, its own, and quick to get', async () => {
  const started = Date.now();
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(Date.now() - started).toBeLessThan(5_000);
  expect(one.url).not.toBe(other.url);

  const client = new pg.Client({ connectionString: one.url });
  await client.connect();
  const { rows } = await client.query(`select to_regclass('graphile_worker.jobs') is not null as jobs`);
  expect(rows).toEqual([{ jobs: true }]);
  await client.end();
  await one.drop();
  await other.drop();
});
