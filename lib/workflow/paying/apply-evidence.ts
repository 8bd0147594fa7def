import { closeAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import { type Currency, minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAttempt, Submission } from '@/lib/db/generated/client.ts';
import { allocate } from '@/lib/payments/allocate.ts';
import { isAllowedMethod } from '@/lib/payments/allowed-methods.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { orderInForce, settledMinor } from '@/lib/payments/frozen-order.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { Evidence } from '@/lib/payments/provider.ts';
import { recordEvidence } from '@/lib/payments/record-evidence.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import type { App } from '../app.ts';
import { advance } from '../engine/advance.ts';
import { afterRefund } from '../refunding/after-refund.ts';
import { captureFailed } from './capture-failed.ts';

/**
 * Lets a provider's evidence move the attempt, and the attempt move the case. Runs under the submission's lock, in the
 * transaction that stores both: paid is never without its consequence (rule 2).
 */
export async function applyEvidence(
  tx: Transaction,
  app: App,
  submission: Submission,
  attempt: PaymentAttempt,
  evidence: Evidence,
): Promise<void> {
  const now = app.clock.now();
  const recorded = await recordEvidence(tx, app.ids, attempt, evidence, now);
  const event = (type: string, data: Record<string, string | number> = {}) =>
    appendEvent(tx, {
      submissionId: submission.id,
      type,
      data: { attemptId: attempt.id, ...data },
      actor: 'provider',
      at: now,
    });
  if (recorded.mismatch) {
    if (attempt.problem) return;
    await event('payment.mismatch', { what: recorded.mismatch });
    await openAlarm(
      tx,
      app.ids,
      {
        ownerId: attempt.ownerId,
        dedupeKey: `mismatch:${attempt.id}`,
        kind: 'payment_mismatch',
        submissionId: submission.id,
        attemptId: attempt.id,
        values: {
          what: recorded.mismatch,
          expected: { amountMinor: minor(attempt.amountMinor), currency: attempt.currency as Currency },
          told: { amountMinor: minor(evidence.amountMinor), currency: evidence.currency as Currency },
        },
        detail:
          `The provider's ${recorded.mismatch} is not the frozen order's: expected ${attempt.amountMinor} ${attempt.currency}, ` +
          `was told ${evidence.amountMinor} ${evidence.currency} (held ${evidence.authorizedMinor}, taken ${evidence.capturedMinor})`,
      },
      now,
    );
    return;
  }
  if (recorded.moved)
    for (const what of ['mismatch', 'unresolved']) await closeAlarm(tx, `${what}:${attempt.id}`, now);
  if (!recorded.moved) return letGoOfHeld(tx, app, recorded.attempt, evidence);
  const current = await tx.submission.findUniqueOrThrow({ where: { id: submission.id } });
  switch (recorded.moved) {
    case 'authorized':
      await event('payment.authorized', { amountMinor: minor(recorded.attempt.authorizedMinor) });
      return moneyCame(tx, app, current, recorded.attempt, 'held');
    case 'captured':
      await event(recorded.late ? 'payment.late_money' : 'payment.captured', {
        amountMinor: minor(recorded.attempt.capturedMinor),
      });
      return moneyCame(tx, app, current, recorded.attempt, 'taken');
    case 'refunded':
    case 'partially_refunded':
      return afterRefund(tx, app, current, { before: attempt, after: recorded.attempt });
    case 'failed':
    case 'cancelled':
    case 'expired':
    case 'voided':
      await event(`payment.${recorded.moved}`);
      // The reservation that a signed case was counting on is gone.
      if (current.status === 'awaiting_signature') await captureFailed(tx, app, current, attempt.id);
      return;
    default:
      return;
  }
}

/** A closed attempt that the provider holds money for all the same: nobody is to have it, so it is let go (rule 11). */
async function letGoOfHeld(
  tx: Transaction,
  app: App,
  attempt: PaymentAttempt,
  evidence: Evidence,
): Promise<void> {
  const held = evidence.state === 'authorized' && evidence.capturedMinor === 0;
  if (!held || isActive(attempt.status) || attempt.capturedMinor > 0n) return;
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
  submission: Submission,
  attempt: PaymentAttempt,
  how: 'held' | 'taken',
): Promise<void> {
  const now = app.clock.now();
  const order = await orderInForce(tx, submission.id);
  const stands = order?.id === attempt.orderId && (await settledMinor(tx, order.id)) === 0;
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
  await tx.submission.update({ where: { id: submission.id }, data: how === 'taken' ? paid : {} });
  await advance(tx, app, submission, {
    event: late ? 'late_money' : 'paid',
    actor: 'provider',
    ...(how === 'taken' && { set: { ...paid, ...(late && { closedAt: null, eraseAt: null }) } }),
  });
}

/** What a provider could not be told beforehand is seen to afterwards: the payer is told why, and may pay in another way. */
async function refuseMethod(
  tx: Transaction,
  submission: Submission,
  attempt: PaymentAttempt,
  at: Date,
): Promise<void> {
  await tx.paymentAttempt.updateMany({ where: { id: attempt.id }, data: { failure: 'method_not_allowed' } });
  await appendEvent(tx, {
    submissionId: submission.id,
    type: 'payment.method_not_allowed',
    data: { attemptId: attempt.id, method: attempt.method ?? '' },
    actor: 'system',
    at,
  });
}

/** The order is paid: whatever else was open for it is closed at the provider, so that nobody pays twice. */
async function closeRivals(tx: Transaction, app: App, paid: PaymentAttempt): Promise<void> {
  const rivals = await tx.paymentAttempt.findMany({
    where: { orderId: paid.orderId, id: { not: paid.id }, status: { in: ['pending', 'authorized'] } },
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
