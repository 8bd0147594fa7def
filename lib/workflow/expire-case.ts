import { addSeconds } from '@/lib/core/clock.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { voidSignatures } from '@/lib/signing/signature-requests.ts';
import { changeStatus } from '@/lib/submissions/change-status.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from './app.ts';
import { closeOpenPayment } from './reopen-submission.ts';
import { returnMoney } from './return-money.ts';
import { tellParties } from './tell-party.ts';

const postponeSeconds = 900;

/**
 * Ends a case whose deadline has passed. The provider is asked before anything expires (rule 6): a payment that came in
 * time counts, and while nobody answers the case is not touched. Money that is held goes back.
 */
export async function expireCase(
  app: App,
  submissionId: string,
): Promise<'expired' | 'moved_on' | 'postponed'> {
  const due = await app.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  if (due.status === 'awaiting_payment') {
    const closed = await closeOpenPayment(app, submissionId);
    if (closed === 'no_answer') {
      await app.db.submission.updateMany({
        where: { id: submissionId, status: 'awaiting_payment' },
        data: { deadlineAt: addSeconds(app.clock.now(), postponeSeconds) },
      });
      return 'postponed';
    }
    if (closed === 'moved_on') return 'moved_on';
  }
  return inTransaction(app.db, async (tx) => {
    const now = app.clock.now();
    const submission = await lockSubmission(tx, submissionId);
    const { status } = submission;
    if (!submission.deadlineAt || submission.deadlineAt > now) return 'moved_on';
    if (status !== 'draft' && status !== 'awaiting_payment' && status !== 'awaiting_signature')
      return 'moved_on';
    const active = await tx.paymentAttempt.count({
      where: { order: { submissionId }, status: { in: ['created', 'pending'] } },
    });
    if (active) return 'moved_on';
    await changeStatus(tx, {
      submissionId,
      from: status,
      event: 'deadline',
      to: 'expired',
      actor: 'system',
      at: now,
      set: { closedAt: now, deadlineAt: null },
    });
    await voidSignatures(tx, submissionId);
    await returnMoney(tx, app, submissionId, 'expired');
    await tellParties(tx, app, submission, {
      kind: 'expired',
      dedupeKey: `expired:${submissionId}:${submission.revision}`,
      subject: 'notices.expiredSubject',
      body: 'notices.expiredBody',
    });
    return 'expired';
  });
}
