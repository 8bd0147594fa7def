import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemIds } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction, isUniqueViolation } from '@/lib/db/transaction.ts';
import { numberReceipt } from '@/lib/receipts/number-receipt.ts';
import { changeStatus } from '@/lib/submissions/change-status.ts';
import { submissionMachine } from '@/lib/submissions/submission-machine.ts';
import { ask, type Journey, newJourney } from '@/lib/workflow/testing/journey.ts';
import { createWorld, type World } from '@/lib/workflow/testing/world.ts';
import { attemptMachine } from './attempt-machine.ts';
import { changeAttempt } from './change-attempt.ts';
import { balance, book } from './ledger.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
let kari: Actor;
let journey: Journey;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
});
afterAll(() => world?.close());

const db = () => world.app.db;

/** What the database says to a transaction, which is rolled back whatever it says. */
async function refusal(work: (tx: Transaction) => Promise<unknown>): Promise<string> {
  const rollback = new Error('accepted');
  return inTransaction(db(), async (tx) => {
    await work(tx);
    throw rollback;
  }).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
}

describe('the only doors of a status', () => {
  it('submission: every transition that is not drawn is refused, and nothing is changed', async () => {
    const submissionId = await journey.confirmed();
    const events = [
      'submitted',
      'payable',
      'paid',
      'signed',
      'capture_failed',
      'rejected',
      'reopened',
      'withdrawn',
      'deadline',
      'late_money',
    ] as const;
    let refused = 0;
    for (const from of submissionMachine.states())
      for (const event of events)
        for (const to of submissionMachine.states()) {
          if (submissionMachine.can(from, event, to)) continue;
          const change = { submissionId, from, event, to, actor: 'system', at: world.clock.now() };
          await expect(changeStatus(db(), change)).rejects.toThrow('Not drawn');
          refused += 1;
        }
    expect(refused).toBe(7 * 10 * 7 - 22);
    expect(await journey.status(submissionId)).toBe('awaiting_payment');
  });

  it('attempt: every transition that is not drawn is refused', async () => {
    const submissionId = await journey.confirmed();
    const attempt = await journey.open(submissionId);
    const events = Object.values(attemptMachine.table).flatMap((row) => Object.keys(row)) as 'opened'[];
    for (const status of attemptMachine.states())
      for (const event of new Set(events))
        for (const to of attemptMachine.states()) {
          if (attemptMachine.can(status, event, to)) continue;
          const change = { event, to, at: world.clock.now() };
          await expect(changeAttempt(db(), { ...attempt, status }, change)).rejects.toThrow('Not drawn');
        }
    expect((await journey.attempt(attempt.id)).status).toBe('pending');
  });

  it('rule 10: who comes with an old status loses, and changes nothing', async () => {
    const submissionId = await journey.confirmed();
    const at = world.clock.now();
    const stale = {
      submissionId,
      from: 'draft',
      event: 'withdrawn',
      to: 'withdrawn',
      actor: 'system',
      at,
    } as const;
    await expect(changeStatus(db(), stale)).rejects.toMatchObject({ code: 'conflict' });
    const attempt = await journey.open(submissionId);
    const created = { ...attempt, status: 'created' as const };
    await expect(changeAttempt(db(), created, { event: 'refused', to: 'failed', at })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('rule 11: the ledger', () => {
  it('refuses a transaction that does not sum to zero, when it commits', async () => {
    const attempt = await journey.open(await journey.confirmed());
    const { id: attemptId, ownerId, environment, currency } = attempt;
    const entry = { ownerId, environment, currency, attemptId, kind: 'captured', at: world.clock.now() };
    const transactionId = systemIds.uuid();
    const unbalanced = inTransaction(db(), (tx) =>
      tx.ledgerEntry.createMany({
        data: [
          { id: systemIds.uuid(), transactionId, ...entry, account: 'provider', amountMinor: 100n },
          { id: systemIds.uuid(), transactionId, ...entry, account: 'held', amountMinor: -99n },
        ],
      }),
    );
    await expect(unbalanced).rejects.toThrow('does not sum to zero');
    expect(await db().ledgerEntry.count({ where: { transactionId } })).toBe(0);
  });

  it('is written once', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    const where = { attemptId: attempt.id };
    expect(await db().ledgerEntry.count({ where })).toBe(4);
    expect(await refusal((tx) => tx.ledgerEntry.updateMany({ where, data: { amountMinor: 1n } }))).toContain(
      'written once',
    );
    expect(await refusal((tx) => tx.ledgerEntry.deleteMany({ where }))).toContain('written once');
    expect(await refusal((tx) => tx.submissionEvent.deleteMany({ where: { submissionId: id } }))).toContain(
      'written once',
    );
    expect(
      await refusal((tx) => tx.receipt.updateMany({ where: { submissionId: id }, data: { number: 7 } })),
    ).toContain('written once');
    expect(await balance(db(), attempt.id, 'provider')).toBe(30_000);
  });

  it('books positive amounts only', async () => {
    const attempt = await journey.open(await journey.confirmed());
    for (const amountMinor of [0, -1])
      await expect(
        book(
          db(),
          systemIds,
          attempt,
          'captured',
          { to: 'provider', from: 'held', amountMinor },
          world.clock.now(),
        ),
      ).rejects.toThrow(RangeError);
  });

  it('rule 13: has no entry of another owner’s, nor of the other environment', async () => {
    const attempt = await journey.open(await journey.confirmed());
    const movement = { to: 'provider', from: 'held', amountMinor: 1 } as const;
    const test = { ...attempt, environment: 'test' as const };
    expect(await refusal((tx) => book(tx, systemIds, test, 'captured', movement, world.clock.now()))).toMatch(
      /foreign key/i,
    );
  });
});

describe('the database refuses what no code may do', () => {
  it('rule 8: a second active attempt of an order', async () => {
    const attempt = await journey.open(await journey.confirmed());
    for (const status of ['created', 'pending', 'authorized'] as const) {
      const { snapshot, providerPaymentId: _, formFields: __, ...row } = attempt;
      const second = {
        ...row,
        snapshot: snapshot as object,
        id: systemIds.uuid(),
        reference: systemIds.token(4),
        status,
      };
      const error = await db()
        .paymentAttempt.create({ data: second })
        .catch((thrown: unknown) => thrown);
      expect(isUniqueViolation(error)).toBe(true);
    }
  });

  it('amounts that cannot be: nothing to pay, below zero, more back than taken', async () => {
    const { id } = await journey.open(await journey.confirmed());
    for (const data of [
      { amountMinor: 0n },
      { capturedMinor: -1n },
      { authorizedMinor: -1n },
      { capturedMinor: 100n, refundedMinor: 101n },
    ])
      await expect(db().paymentAttempt.update({ where: { id }, data })).rejects.toThrow(
        'payment_attempt_amounts',
      );
  });

  it('rule 13: an attempt of another owner’s order', async () => {
    const attempt = await journey.open(await journey.confirmed());
    const other = await db().owner.create({
      data: {
        id: systemIds.uuid(),
        slug: systemIds.token(4),
        orgNumber: '314555910',
        kind: 'municipality',
        name: {},
        email: 'annen@test.example',
      },
    });
    await expect(
      db().paymentAttempt.update({ where: { id: attempt.id }, data: { ownerId: other.id } }),
    ).rejects.toThrow(/foreign key/i);
    await expect(
      db().paymentAttempt.update({ where: { id: attempt.id }, data: { environment: 'test' } }),
    ).rejects.toThrow(/foreign key/i);
  });
});

describe('rule 14: receipt numbers have no gaps', () => {
  it('twenty cases completed at once, one of which is rolled back', async () => {
    const { ownerId } = await db().submission.findFirstOrThrow();
    const before = await db().receipt.count({ where: { series: 'receipt' } });
    const ids = await Promise.all(Array.from({ length: 20 }, () => journey.confirmed()));
    const attempts = await Promise.all(ids.map((id) => journey.paid(id)));
    const torn = inTransaction(db(), async (tx) => {
      const of = { submissionId: ids[0] ?? '', ownerId, environment: 'live' as const };
      await numberReceipt(tx, systemIds, of, { series: 'receipt' } as never, world.clock.now());
      throw new Error('rolled back');
    });
    await Promise.allSettled([torn, ...attempts.map((attempt) => ask(world, attempt))]);
    for (const id of ids) expect(await journey.status(id)).toBe('completed');
    const numbers = await db().receipt.findMany({ where: { series: 'receipt' }, orderBy: { number: 'asc' } });
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: before + 20 }, (_, index) => index + 1),
    );
    expect(numbers.every(({ year }) => year === 2026)).toBe(true);
  });

  it('rule 15: the year is Oslo’s: 31 December 23:30 is the old year’s last, half past midnight the new year’s first', async () => {
    const late = async (instant: string) => {
      const id = await journey.confirmed();
      const attempt = await journey.paid(id);
      world.clock.forward((Date.parse(instant) - world.clock.now().getTime()) / 1000);
      await ask(world, attempt);
      const receipt = await db().receipt.findFirstOrThrow({ where: { submissionId: id } });
      return [receipt.year, (receipt.data as { number: string }).number];
    };
    const last = await db().receipt.count({ where: { series: 'receipt' } });
    expect(await late('2026-12-31T22:30:00Z')).toEqual([2026, `2026-${String(last + 1).padStart(6, '0')}`]);
    expect(await late('2026-12-31T23:30:00Z')).toEqual([2027, '2027-000001']);
  });

  it('a confirmation of a case that cost nothing has a series of its own', async () => {
    const id = await journey.confirmed('submit_and_pay', { count: '0' });
    expect(await db().receipt.findMany({ where: { submissionId: id } })).toMatchObject([
      { series: 'confirmation', number: 1 },
    ]);
  });
});
