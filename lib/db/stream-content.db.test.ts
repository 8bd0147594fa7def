import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import { testBox } from '@/lib/db/testing/test-box.ts';
import { createTestDatabase } from '@/scripts/test-database.ts';
import { type Database, newDatabase } from './client.ts';
import { Prisma } from './generated/client.ts';
import { streamContent } from './stream-content.ts';

let db: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  db = newDatabase(database.url, testBox);
  drop = database.drop;
  await db.$executeRaw`create table kept (id int primary key, content bytea)`;
});
afterAll(async () => {
  await db.$disconnect();
  await drop();
});

const stream = (id: number, sizeBytes: number) =>
  streamContent(db, sizeBytes, Prisma.sql`from kept where id = ${id}`);
const read = async (id: number, sizeBytes: number) =>
  new Uint8Array(await new Response(stream(id, sizeBytes)).arrayBuffer());

it.each([1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 3_000_000])(
  'gives every byte of %i, once and in order',
  async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) % 256);
    await db.$executeRaw`insert into kept values (1, ${bytes}) on conflict (id) do update set content = excluded.content`;
    expect(sha256Hex(await read(1, length))).toBe(sha256Hex(bytes));
  },
);

it('reads nothing before it is asked, and one slice at a time', async () => {
  await db.$executeRaw`insert into kept values (2, ${new Uint8Array(2_000_000)})`;
  const query = vi.spyOn(db, '$queryRaw');
  const reader = stream(2, 2_000_000).getReader();
  expect(query).not.toHaveBeenCalled();
  await reader.read();
  expect(query).toHaveBeenCalledTimes(1);
  await reader.cancel();
  expect(query).toHaveBeenCalledTimes(1);
  query.mockRestore();
});

it('breaks off where the file is not as long as was said, or gone', async () => {
  await db.$executeRaw`insert into kept values (3, ${new Uint8Array(10)})`;
  await expect(read(3, 11)).rejects.toThrow();
  await expect(read(4, 1)).rejects.toThrow();
  expect(await read(4, 0)).toHaveLength(0);
});
