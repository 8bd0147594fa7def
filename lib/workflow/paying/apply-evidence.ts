import { closeAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import { type Currency, minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { allocate } from '@/lib/payments/allocate.ts';
import { isAllowedMethod } from '@/lib/payments/allowed-methods.ts';
import { type Attempt, withoutSnapshot } from '@/lib/payments/attempt.ts';
import type { Mismatch } from '@/lib/payments/judge-evidence.ts';
import { planOperation, refundFailed, reopenRefund } from '@/lib/payments/operations.ts';
import type { Evidence } from '@/lib/payments/provider.ts';
import { isHeldByClosed, type Recorded, recordEvidence } from '@/lib/payments/record-evidence.ts';
import { readOrderStanding } from '@/lib/payments/standing.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import type { LockedSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { advance } from '../engine/advance.ts';
import { afterRefund } from '../refunding/after-refund.ts';
import { captureFailed } from './capture-failed.ts';
import { tellTrouble } from './operation-trouble.ts';
import { bookChargeback } from './record-chargeback.ts';

/**
 * Lets a provider's evidence move the attempt, and the attempt move the case. Runs under the submission's lock, in the
 * transaction that stores both: paid is never without its consequence (rule 2).
 * @param submission as it was locked, and not changed since.
 * @returns the attempt as it is now.
 */
export async function applyEvidence(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  attempt: Attempt,
  evidence: Evidence,
): Promise<Attempt> {
  await askForFailedRefunds(tx, app, submission, attempt, evidence);
  const recorded = await recordEvidence(tx, app.ids, attempt, evidence, app.clock.now());
  if (recorded.mismatch) {
    if (!attempt.problem) await tellMismatch(tx, app, submission, attempt, evidence, recorded.mismatch);
  } else {
    if (attempt.problem && (recorded.moved || recorded.cleared))
      await closeAlarm(tx, mismatchAlarmKey(attempt.id), app.clock.now());
    if (recorded.moved) await follow(tx, app, submission, { before: attempt, recorded });
    await letGoOfHeld(tx, app, recorded.attempt, evidence);
  }
  if (evidence.chargedBackMinor && !recorded.mismatch)
    await bookChargeback(tx, app, submission.id, recorded.attempt, evidence.chargedBackMinor);
  return recorded.attempt;
}

/** Money that must go back goes back: what the provider had accepted and then did not do is asked for again (rule 4). */
async function askForFailedRefunds(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  attempt: Attempt,
  { failedRefunds = [] }: Evidence,
): Promise<void> {
  for (const providerOperationId of failedRefunds) {
    const failed = { attemptId: attempt.id, providerOperationId };
    const operation = await reopenRefund(tx, app.ids, failed, app.clock.now());
    if (!operation) continue;
    await tellEvent(tx, app, submission, 'payment.refund_refused', {
      attemptId: attempt.id,
      code: refundFailed,
    });
    const detail = `its refund ${providerOperationId} was accepted and came to nothing`;
    const trouble = { operation, attempt, submissionId: submission.id, code: refundFailed, detail };
    await tellTrouble(tx, app, trouble, 'refund_refused');
  }
}

/** What follows for the case when its attempt has moved. */
async function follow(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  { before, recorded }: { before: Attempt; recorded: Recorded },
): Promise<void> {
  const { attempt, moved } = recorded;
  const event = (type: string, data: Record<string, string | number> = {}) =>
    tellEvent(tx, app, submission, type, { attemptId: attempt.id, ...data });
  switch (moved) {
    case 'authorized':
      await event('payment.authorized', { amountMinor: minor(attempt.authorizedMinor) });
      return moneyCame(tx, app, submission, attempt, 'held');
    case 'captured':
      await event(recorded.late ? 'payment.late_money' : 'payment.captured', {
        amountMinor: minor(attempt.capturedMinor),
      });
      return moneyCame(tx, app, submission, attempt, 'taken');
    case 'refunded':
    case 'partially_refunded':
      return afterRefund(tx, app, submission, { before, after: attempt });
    case 'failed':
    case 'cancelled':
    case 'expired':
    case 'voided':
      await event(`payment.${moved}`);
      // The reservation that a signed case was counting on is gone.
      if (submission.status === 'awaiting_signature') await captureFailed(tx, app, submission, attempt.id);
      return;
    default:
      return;
  }
}

async function tellEvent(
  tx: Transaction,
  app: App,
  { id: submissionId }: LockedSubmission,
  type: string,
  data: Record<string, string | number>,
): Promise<void> {
  await appendEvent(tx, { submissionId, type, data, actor: 'provider', at: app.clock.now() });
}

/** The alarm about what a provider has told of one attempt. */
export const mismatchAlarmKey = (attemptId: string): string => `mismatch:${attemptId}`;

async function tellMismatch(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  attempt: Attempt,
  evidence: Evidence,
  what: Mismatch,
): Promise<void> {
  await tellEvent(tx, app, submission, 'payment.mismatch', { attemptId: attempt.id, what });
  await openAlarm(
    tx,
    app.ids,
    {
      ownerId: attempt.ownerId,
      dedupeKey: mismatchAlarmKey(attempt.id),
      kind: 'payment_mismatch',
      submissionId: submission.id,
      attemptId: attempt.id,
      values: {
        what,
        expected: { amountMinor: minor(attempt.amountMinor), currency: attempt.currency as Currency },
        told: { amountMinor: toldMinor(attempt, evidence), currency: evidence.currency as Currency },
      },
      detail:
        `The provider's ${what} is not the frozen order's: expected ${attempt.amountMinor} ${attempt.currency}, ` +
        `was told ${evidence.amountMinor} ${evidence.currency} (held ${evidence.authorizedMinor}, taken ${evidence.capturedMinor})`,
    },
    app.clock.now(),
  );
}

/** What the owner is told of: what the payment is for, where that is wrong, and else what there is of it. */
function toldMinor({ amountMinor }: Attempt, evidence: Evidence): number {
  if (evidence.amountMinor !== minor(amountMinor)) return evidence.amountMinor;
  const { capturedMinor, refundedMinor, authorizedMinor } = evidence;
  return capturedMinor > 0 ? capturedMinor - refundedMinor : authorizedMinor;
}

/** A closed attempt that the provider holds money for all the same: nobody is to have it, so it is let go (rule 11). */
async function letGoOfHeld(tx: Transaction, app: App, attempt: Attempt, evidence: Evidence): Promise<void> {
  if (!isHeldByClosed(attempt, evidence)) return;
  await planOperation(
    tx,
    app.ids,
    attempt,
    { kind: 'cancel', amountMinor: minor(attempt.amountMinor), reason: 'attempt_is_closed' },
    app.clock.now(),
  );
}

/** Money is here. It settles the order that it was for, if that still stands; otherwise it goes back (rule 11). */
async function moneyCame(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  attempt: Attempt,
  how: 'held' | 'taken',
): Promise<void> {
  const now = app.clock.now();
  const { order, settledMinor } = await readOrderStanding(tx, submission.id);
  const stands = order?.id === attempt.orderId && settledMinor === 0;
  const waiting = submission.status === 'awaiting_payment' || submission.status === 'awaiting_signature';
  const late = submission.status === 'expired';
  if (!isAllowedMethod(attempt)) await refuseMethod(tx, submission, attempt, now);
  if (!isAllowedMethod(attempt) || !stands || !(waiting || (late && how === 'taken'))) {
    const kind = how === 'taken' ? 'refund' : 'cancel';
    const reason = isAllowedMethod(attempt) ? 'case_moved_on' : 'method_not_allowed';
    await planOperation(tx, app.ids, attempt, { kind, amountMinor: minor(attempt.amountMinor), reason }, now);
    return;
  }
  const paid = { paidAt: attempt.paidAt ?? now };
  if (how === 'taken') await allocate(tx, app.ids, attempt, now);
  await closeRivals(tx, app, attempt);
  if (how === 'held' && attempt.capture === 'now') {
    // The provider was to charge at once and only reserved: take it ourselves.
    await planOperation(
      tx,
      app.ids,
      attempt,
      { kind: 'capture', amountMinor: minor(attempt.amountMinor) },
      now,
    );
  }
  const settled = how === 'taken' ? minor(attempt.capturedMinor) : 0;
  const cause = {
    event: late ? ('late_money' as const) : ('paid' as const),
    actor: 'provider',
    ...(how === 'taken' && { set: { ...paid, ...(late && { closedAt: null, eraseAt: null }) } }),
  };
  await advance(tx, app, submission, cause, { order, settledMinor: settled, attempt });
}

/** What a provider could not be told beforehand is seen to afterwards: the payer is told why, and may pay in another way. */
async function refuseMethod(
  tx: Transaction,
  submission: LockedSubmission,
  attempt: Attempt,
  at: Date,
): Promise<void> {
  await tx.paymentAttempt.updateMany({ where: { id: attempt.id }, data: { failure: 'method_not_allowed' } });
  await appendEvent(tx, {
    submissionId: submission.id,
    type: 'payment.method_not_allowed',
    data: {
      attemptId: attempt.id,
      method: attempt.method ?? '',
      ...(attempt.cardType !== null && { cardType: attempt.cardType }),
    },
    actor: 'system',
    at,
  });
}

/** The order is paid: whatever else was open for it is closed at the provider, so that nobody pays twice. */
async function closeRivals(tx: Transaction, app: App, paid: Attempt): Promise<void> {
  const rivals = await tx.paymentAttempt.findMany({
    where: { orderId: paid.orderId, id: { not: paid.id }, status: { in: ['pending', 'authorized'] } },
    omit: withoutSnapshot,
  });
  for (const rival of rivals) {
    await planOperation(
      tx,
      app.ids,
      rival,
      { kind: 'cancel', amountMinor: minor(rival.amountMinor), reason: 'paid_by_another' },
      app.clock.now(),
    );
  }
}
