import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { inTransaction } from '@/lib/db/transaction.ts';
import { newJourney } from '@/lib/workflow/testing/journey.ts';
import { createWorld, type World } from '@/lib/workflow/testing/world.ts';
import { appendEvent } from './append-event.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
let submissionId: string;

beforeAll(async () => {
  world = await createWorld();
  submissionId = await newJourney(world, await world.person()).confirmed();
});
afterAll(() => world?.close());

const db = () => world.app.db;
const event = (n: number) => ({
  submissionId,
  type: 'test',
  data: { n, text: `«${n}» 'x'`, true: true },
  actor: 'system',
  at: new Date(1_700_000_000_123 + n),
});

it('writes what it was given, and numbers events without a gap however many write at once', async () => {
  const before = (await db().submission.findUniqueOrThrow({ where: { id: submissionId } })).seq;
  const given = await Promise.all(
    Array.from({ length: 12 }, (_, n) => inTransaction(db(), (tx) => appendEvent(tx, event(n)))),
  );
  const sorted = [...given].sort((a, b) => a - b);
  expect(sorted).toEqual(Array.from({ length: 12 }, (_, n) => before + n + 1));
  for (const [n, seq] of given.entries()) {
    const stored = await db().submissionEvent.findUniqueOrThrow({
      where: { submissionId_seq: { submissionId, seq } },
    });
    expect(stored).toEqual({ ...event(n), seq });
  }
});

it('does not write an event of a case that is not there', async () => {
  const missing = { ...event(0), submissionId: world.app.ids.uuid() };
  await expect(appendEvent(db(), missing)).rejects.toThrow('No submission');
});

it('every transaction’s wait for a lock is bounded by its connection', async () => {
  const rows = await inTransaction(db(), (tx) => tx.$queryRaw<object[]>`show lock_timeout`);
  expect(rows).toEqual([{ lock_timeout: '5s' }]);
});
