import { closeAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import { type Currency, minor } from '@/lib/core/money.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type Attempt, readAttempt } from '@/lib/payments/attempt.ts';
import { bookReturn } from '@/lib/payments/ledger.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';

export interface Chargeback {
  attemptId: string;
  submissionId: string;
  /** All that the payer's bank has taken back of the payment by now, however many times it was. */
  totalMinor: number;
}

/** Those of them that tell of more than is booked: few, however many there are. */
export async function unbooked(reader: Reader, told: readonly Chargeback[]): Promise<Chargeback[]> {
  if (told.length === 0) return [];
  const attempts = await reader.paymentAttempt.findMany({
    where: { id: { in: told.map(({ attemptId }) => attemptId) } },
    select: { id: true, capturedMinor: true, chargedBackMinor: true },
  });
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  return told.filter(({ attemptId, totalMinor }) => {
    const attempt = byId.get(attemptId);
    return attempt && newOf(attempt, totalMinor) > 0;
  });
}

/**
 * The payer's bank has taken money back after the payer disputed a payment: books what is new of it, says so in the case's
 * history, and tells the owner. Told again, it does nothing. Neither the case nor what was refunded changes by it: whether
 * anything follows, people decide.
 */
export async function recordChargeback(
  app: App,
  { attemptId, submissionId, totalMinor }: Chargeback,
): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    await lockSubmission(tx, submissionId);
    await bookChargeback(tx, app, submissionId, await readAttempt(tx, attemptId), totalMinor);
  });
}

/** The same in the transaction of a caller who holds the submission's lock. */
export async function bookChargeback(
  tx: Transaction,
  app: App,
  submissionId: string,
  attempt: Attempt,
  totalMinor: number,
): Promise<void> {
  const amountMinor = newOf(attempt, totalMinor);
  if (amountMinor <= 0) return;
  const known = minor(attempt.chargedBackMinor) + amountMinor;
  const now = app.clock.now();
  await tx.paymentAttempt.update({
    where: { id: attempt.id },
    data: { chargedBackMinor: BigInt(known), updatedAt: now },
  });
  await bookReturn(tx, app.ids, attempt, 'charged_back', amountMinor, now);
  await appendEvent(tx, {
    submissionId,
    type: 'payment.charged_back',
    data: { attemptId: attempt.id, amountMinor },
    actor: 'provider',
    at: now,
  });
  await tell(tx, app, submissionId, attempt, known);
}

/** What the alarm of a payment's disputes is known by. */
export function disputeAlarmKey(attemptId: string): string {
  return `disputed:${attemptId}`;
}

/** What of it is not booked yet. More than was taken, or of what was never taken, is for whoever compares the reports. */
function newOf(
  { capturedMinor, chargedBackMinor }: Pick<Attempt, 'capturedMinor' | 'chargedBackMinor'>,
  totalMinor: number,
): number {
  return Math.min(totalMinor, minor(capturedMinor)) - minor(chargedBackMinor);
}

async function tell(
  tx: Transaction,
  app: App,
  submissionId: string,
  { id: attemptId, ownerId, reference, currency }: Attempt,
  amountMinor: number,
): Promise<void> {
  const now = app.clock.now();
  const dedupeKey = disputeAlarmKey(attemptId);
  // One more of it is news also to those who have the first before them.
  await closeAlarm(tx, dedupeKey, now);
  await openAlarm(
    tx,
    app.ids,
    {
      ownerId,
      dedupeKey,
      kind: 'payment_disputed',
      submissionId,
      attemptId,
      values: { amount: { amountMinor, currency: currency as Currency } },
      detail: `The payer's bank has taken back ${amountMinor} ${currency} (minor units) of ${reference}`,
    },
    now,
  );
}
