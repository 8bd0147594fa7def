import { minor } from '@/lib/core/money.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { planOperation, takeOperation } from '@/lib/payments/operations.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { carryOut } from './perform-operation.ts';
import { verifyPayment } from './verify-payment.ts';

/** Cancels the active attempt at the provider, and tells when that could not be: it was paid, or nobody answered. */
export async function closeOpenPayment(
  app: App,
  submissionId: string,
): Promise<'closed' | 'moved_on' | 'no_answer'> {
  const active = await app.db.paymentAttempt.findFirst({
    where: { order: { submissionId }, status: { in: ['created', 'pending', 'authorized'] } },
    select: { id: true },
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
      const planned = await planOperation(
        tx,
        app.ids,
        active,
        { kind: 'cancel', amountMinor: minor(verified.attempt.amountMinor), reason: 'closed_by_us' },
        now,
      );
      // Taken at once: the worker, woken by the outbox, would otherwise race us for it.
      return takeOperation(tx, planned.id, now);
    });
    const performed = operation ? await carryOut(app, operation) : 'not_mine';
    if (performed === 'unknown' || performed === 'not_mine') return 'no_answer';
  }
  const after = await app.db.paymentAttempt.findUniqueOrThrow({
    where: { id: active.id },
    select: { status: true },
  });
  return after.status === 'cancelled' ||
    after.status === 'voided' ||
    after.status === 'failed' ||
    after.status === 'expired'
    ? 'closed'
    : 'moved_on';
}
