import { endOfOsloDay } from '@/lib/core/clock.ts';
import { minor } from '@/lib/core/money.ts';
import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { voidOrder } from '@/lib/payments/frozen-order.ts';
import { planOperation, takeOperation } from '@/lib/payments/operations.ts';
import { voidSignatures } from '@/lib/signing/signature-requests.ts';
import { changeStatus } from '@/lib/submissions/change-status.ts';
import { findCase } from '@/lib/submissions/find-case.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from './app.ts';
import { definitionOf } from './definition-of.ts';
import { carryOut } from './perform-operation.ts';
import { variants } from './variants/registry.ts';
import { verifyPayment } from './verify-payment.ts';

export type Reopened =
  | { kind: 'reopened' }
  /** It was paid meanwhile, or has no answers to go back to. */
  | { kind: 'moved_on' }
  /** The provider could not be asked to close the open payment: nothing is changed. */
  | { kind: 'no_answer' };

/**
 * Goes back from payment to the answers. The open payment is cancelled at the provider first, so that nobody can pay for
 * answers that are being changed; order and signatures of the old answers become void.
 */
export async function reopenSubmission(app: App, actor: Actor, submissionId: string): Promise<Reopened> {
  const found = await findCase(app.db, actor, submissionId, ['filler']);
  const definition = await definitionOf(app.db, found);
  if (found.status !== 'awaiting_payment' || !variants.get(definition.variant).fill)
    return { kind: 'moved_on' };
  const closed = await closeOpenPayment(app, submissionId);
  if (closed !== 'closed') return { kind: closed };
  return inTransaction(app.db, async (tx): Promise<Reopened> => {
    const now = app.clock.now();
    const submission = await lockSubmission(tx, submissionId);
    const active = await tx.paymentAttempt.count({
      where: { order: { submissionId }, status: { in: ['created', 'pending', 'authorized'] } },
    });
    if (submission.status !== 'awaiting_payment' || active) return { kind: 'moved_on' };
    await voidOrder(tx, submissionId, now);
    await voidSignatures(tx, submissionId);
    await tx.submission.update({ where: { id: submissionId }, data: { revision: { increment: 1 } } });
    await changeStatus(tx, {
      submissionId,
      from: submission.status,
      event: 'reopened',
      to: 'draft',
      actor: `person:${actor.personId}`,
      at: now,
      set: {
        contentHash: null,
        submittedAt: null,
        deadlineAt: endOfOsloDay(now, definition.deadlines.draftDays),
      },
    });
    return { kind: 'reopened' };
  });
}

/** Cancels the active attempt at the provider, and tells when that could not be: it was paid, or nobody answered. */
export async function closeOpenPayment(
  app: App,
  submissionId: string,
): Promise<'closed' | 'moved_on' | 'no_answer'> {
  const active = await app.db.paymentAttempt.findFirst({
    where: { order: { submissionId }, status: { in: ['created', 'pending', 'authorized'] } },
  });
  if (!active) return 'closed';
  const verified = await verifyPayment(app, active.id);
  if (verified.kind === 'no_answer') return 'no_answer';
  if (verified.attempt.status === 'created') return 'no_answer';
  // Paid, or the sum is held: the payer has done her part. Money that does not match is the owner's to sort out.
  if (verified.attempt.status === 'captured' || verified.attempt.status === 'authorized') return 'moved_on';
  if (verified.attempt.problem) return 'moved_on';
  if (verified.attempt.status === 'pending') {
    const operation = await inTransaction(app.db, async (tx) => {
      await lockSubmission(tx, submissionId);
      const now = app.clock.now();
      const attempt = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: active.id } });
      const planned = await planOperation(
        tx,
        app.ids,
        attempt,
        { kind: 'cancel', amountMinor: minor(attempt.amountMinor), reason: 'closed_by_us' },
        now,
      );
      // Taken at once: the worker, woken by the outbox, would otherwise race us for it.
      return takeOperation(tx, planned.id, now);
    });
    if (!operation || (await carryOut(app, operation)) === 'unknown') return 'no_answer';
  }
  const after = await app.db.paymentAttempt.findUniqueOrThrow({ where: { id: active.id } });
  return after.status === 'cancelled' ||
    after.status === 'voided' ||
    after.status === 'failed' ||
    after.status === 'expired'
    ? 'closed'
    : 'moved_on';
}
