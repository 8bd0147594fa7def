import type { Transaction } from '@/lib/db/client.ts';
import { enqueue } from '@/lib/db/outbox.ts';
import { leftOf } from '@/lib/payments/attempt.ts';
import { book } from '@/lib/payments/ledger.ts';
import { paidOrder, type Standing } from '@/lib/payments/standing.ts';
import { numberReceipt } from '@/lib/receipts/number-receipt.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { changeStatus, type StatusChange } from '@/lib/submissions/change-status.ts';
import type { LockedSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { issueCreditNote } from '../refunding/issue-credit-note.ts';
import { receiptOfCase } from './receipt-of-case.ts';

/**
 * Ends a case: status, ledger, delivery in the outbox and the numbered receipt in one transaction. From here on the
 * receipt exists, whatever happens to browser, worker or mail; the number is taken last (rule 14).
 */
export async function completeCase(
  tx: Transaction,
  app: App,
  before: LockedSubmission,
  definition: ServiceDefinition,
  standing: Standing,
  change: StatusChange,
): Promise<void> {
  const now = app.clock.now();
  await changeStatus(tx, change);
  const submission = { ...before, ...change.set, status: change.to, updatedAt: change.at };
  const paid = paidOrder(standing);
  if (paid) {
    // A part may have gone back while the case waited.
    const amountMinor = leftOf(paid.attempt);
    if (amountMinor > 0)
      await book(tx, app.ids, paid.attempt, 'delivered', { to: 'held', from: 'earned', amountMinor }, now);
  }
  await enqueue(tx, {
    task: 'deliver-case',
    payload: { submissionId: submission.id },
    key: `deliver:${submission.id}`,
  });
  const data = await receiptOfCase(tx, submission, definition, standing, now);
  const receipt = await numberReceipt(
    tx,
    app.ids,
    { submissionId: submission.id, ownerId: submission.ownerId, environment: submission.environment },
    data,
    now,
  );
  if (paid && paid.attempt.refundedMinor > 0n)
    await issueCreditNote(tx, app, receipt, { attempt: paid.attempt, beforeMinor: 0 });
}
