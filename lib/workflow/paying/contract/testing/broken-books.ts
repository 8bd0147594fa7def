import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { ledgerOf } from '../../../testing/ledger-of.ts';
import { type Stage, sums } from './stage.ts';

/**
 * What must be true of a case when what is to be done has been done, held against the provider's own books. While an alarm is
 * open a person is asked to look: then nothing may be lost or doubled, and the rest may wait.
 * @returns what is not true, in sentences.
 */
export async function brokenBooks(stage: Stage, id: string): Promise<string[]> {
  const facts = await readFacts(stage, id);
  const { status, ours, theirs, ledger, alarms, owed, receipts, captures } = facts;
  const says = (rule: string, holds: boolean) =>
    holds ? [] : [`${status}: ${rule} ${JSON.stringify(facts)}`];
  const always = [
    ...says('it gave more back than it took', theirs.refunded <= theirs.charged),
    ...says('it keeps more than is owed', theirs.kept <= owed),
    ...says(
      'our books have more than is there',
      ours.captured <= theirs.charged && ours.refunded <= theirs.refunded,
    ),
    ...says('the ledger is not our books', ledger.provider === ours.captured - ours.refunded),
    ...says('the ledger is out of balance', ledger.provider + ledger.held + ledger.earned === 0),
    ...says('not one receipt of a completed case', receipts === (status === 'completed' ? 1 : 0)),
    ...says('money came in twice', captures.told === captures.attempts),
  ];
  if (alarms.length > 0) return always;
  const isDelivered = status === 'completed';
  return [
    ...always,
    ...says(
      'our books are not its books',
      ours.captured === theirs.charged - facts.unbooked && ours.refunded === theirs.refunded - facts.unbooked,
    ),
    ...says('it keeps what is not delivered', theirs.kept === 0 || isDelivered || facts.isWaiting),
    ...says('delivered, and not earned', !isDelivered || ledger.held === 0),
    ...says('a reservation is left', theirs.held === 0 || facts.counts),
    ...says('something is left undone', facts.openOperations === 0),
  ];
}

async function unbookedOf({ provider }: Stage, attempts: readonly PaymentAttempt[]): Promise<number> {
  const unbooked = attempts.filter(({ capturedMinor }) => capturedMinor === 0n);
  const books = (await Promise.all(unbooked.map(({ reference }) => provider.books(reference)))).flat();
  return books
    .filter(({ charged, refunded }) => refunded === charged)
    .reduce((sum, { charged }) => sum + charged, 0);
}

async function readFacts(stage: Stage, id: string) {
  const { db } = stage.world.app;
  const submission = await db.submission.findUniqueOrThrow({ where: { id } });
  const attempts = await db.paymentAttempt.findMany({ where: { order: { submissionId: id } } });
  const order = await db.order.findFirst({ where: { submissionId: id }, orderBy: { createdAt: 'desc' } });
  const { books: _, ...theirs } = await sums(stage, id);
  const total = (of: (attempt: PaymentAttempt) => bigint) =>
    Number(attempts.reduce((sum, attempt) => sum + of(attempt), 0n));
  const events = await stage.journey.events(id);
  return {
    status: submission.status,
    owed: Number(order?.totalMinor ?? 0n),
    attempts: attempts.map(({ status, failure, problem }) => [status, failure, problem]),
    ours: { captured: total((one) => one.capturedMinor), refunded: total((one) => one.refundedMinor) },
    theirs,
    /** Taken, and all of it given back there, before it was booked. */
    unbooked: await unbookedOf(stage, attempts),
    ledger: await ledgerOf(stage.world.app, attempts),
    alarms: await stage.journey.alarms(id),
    receipts: await db.receipt.count({ where: { submissionId: id, series: 'receipt' } }),
    captures: {
      told: events.filter((type) => type === 'payment.captured' || type === 'payment.late_money').length,
      attempts: attempts.filter(({ capturedMinor }) => capturedMinor > 0n).length,
    },
    /** Paid, and the rest is the payer's to do. */
    isWaiting: submission.status === 'awaiting_signature',
    counts:
      attempts.some(({ status }) => status === 'authorized') && submission.status === 'awaiting_signature',
    openOperations: await db.paymentOperation.count({
      where: { finishedAt: null, attempt: { order: { submissionId: id } } },
    }),
  };
}
