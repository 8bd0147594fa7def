import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { deallocate } from '@/lib/payments/allocate.ts';
import type { Attempt } from '@/lib/payments/attempt.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import type { LockedSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { advance } from '../engine/advance.ts';
import { issueCreditNote, receiptOf } from './issue-credit-note.ts';
import { tellRefunded } from './tell-refunded.ts';

/**
 * What follows when a provider has shown that money went back, whoever asked for it: the order is no longer settled, a
 * case that counted on the money waits for payment again, a receipt is credited, and the citizen is told how much, when,
 * and when it arrives. In the transaction of the evidence, hence once per refund; the credit note's number is taken last.
 */
export async function afterRefund(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  { before, after }: { before: Attempt; after: Attempt },
): Promise<void> {
  await appendEvent(tx, {
    submissionId: submission.id,
    type: 'payment.refunded',
    data: { attemptId: after.id, refundedMinor: minor(after.refundedMinor) },
    actor: 'provider',
    at: app.clock.now(),
  });
  if (after.status === 'refunded') {
    await deallocate(tx, after.id);
    if (submission.status === 'awaiting_signature')
      await advance(tx, app, submission, { event: 'capture_failed', actor: 'provider' });
  }
  const refund = { attempt: after, beforeMinor: minor(before.refundedMinor) };
  const receipt = await receiptOf(tx, submission.id, after);
  if (receipt) await issueCreditNote(tx, app, receipt, refund);
  else await tellRefunded(tx, app, submission, refund);
}
