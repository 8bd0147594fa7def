import { addDays } from '@/lib/core/clock.ts';
import { contentErasedEvent } from '@/lib/core/content-erased.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { leftOf } from '@/lib/payments/attempt.ts';
import { activeStatuses } from '@/lib/payments/attempt-machine.ts';
import { voidOrder } from '@/lib/payments/frozen-order.ts';
import { openOperationStatuses } from '@/lib/payments/operations.ts';
import { contentFilesOf } from '@/lib/receipts/archive-file.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { type LockedSubmission, lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';

export type Erasure = 'erased' | 'postponed' | 'nothing_due';

/**
 * Erases what a person wrote and attached in a case whose time has come: answers, attachments, their copies in archive
 * and payment snapshots. Receipt, credit notes, ledger, seals and every hash stay, and the history says that it was done.
 * Nothing that is paid for, on its way, or not yet delivered is touched (rule 7): it is looked at again the day after.
 */
export async function eraseContent(app: App, submissionId: string): Promise<Erasure> {
  return inTransaction(app.db, async (tx) => {
    const now = app.clock.now();
    const submission = await lockSubmission(tx, submissionId);
    if (!submission.eraseAt || submission.eraseAt > now) return 'nothing_due';
    if (await mustWait(tx, submission)) {
      await tx.submission.update({ where: { id: submissionId }, data: { eraseAt: addDays(now, 1) } });
      return 'postponed';
    }
    const attachments = await tx.attachment.count({ where: { submissionId } });
    // First of all: the archive gives up a file only when the history says why.
    await appendEvent(tx, {
      submissionId,
      type: contentErasedEvent,
      data: { contentHash: submission.contentHash ?? '', attachments },
      actor: 'system',
      at: now,
    });
    await tx.attachment.deleteMany({ where: { submissionId } });
    await tx.paymentAttempt.updateMany({ where: { order: { submissionId } }, data: { snapshot: {} } });
    await eraseArchived(tx, submissionId);
    // Money that comes later cannot bring back a case without content: without an order in force it goes back.
    if (!submission.completedAt) await voidOrder(tx, submissionId, now);
    await tx.submission.update({
      where: { id: submissionId },
      data: { answers: {}, fetched: {}, eraseAt: null, warnAt: null },
    });
    return 'erased';
  });
}

async function mustWait(tx: Transaction, submission: LockedSubmission): Promise<boolean> {
  const { id: submissionId, status } = submission;
  // Also when it was withdrawn afterwards: what the service keeps of the payment was earned.
  const isCompleted = submission.completedAt !== null;
  if (!isCompleted && status !== 'withdrawn' && status !== 'expired') return true;
  if (isCompleted && (submission.warnAt || !(await isArchived(tx, submissionId)))) return true;
  const attempts = await tx.paymentAttempt.findMany({
    where: { order: { submissionId } },
    include: { operations: { where: { status: { in: [...openOperationStatuses] } } } },
  });
  return attempts.some(
    ({ status: at, operations, ...attempt }) =>
      activeStatuses.some((active) => active === at) ||
      operations.length > 0 ||
      (!isCompleted && leftOf(attempt) > 0),
  );
}

async function isArchived(tx: Transaction, submissionId: string): Promise<boolean> {
  return (await tx.archiveRecord.count({ where: { submissionId } })) > 0;
}

async function eraseArchived(tx: Transaction, submissionId: string): Promise<void> {
  const record = await tx.archiveRecord.findUnique({ where: { submissionId } });
  if (!record) return;
  const { reference } = record;
  const names = contentFilesOf(record.manifest);
  await tx.archiveFile.deleteMany({ where: { reference, name: { in: names } } });
}
