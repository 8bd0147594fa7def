import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { voidSignatures } from '@/lib/signing/signature-requests.ts';
import { changeStatus } from '@/lib/submissions/change-status.ts';
import { findCase } from '@/lib/submissions/find-case.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';
import { closeOpenPayment } from '../paying/close-open-payment.ts';
import { returnMoney } from '../paying/return-money.ts';

/**
 * Withdraws a case before it is completed; everything held or taken goes back. A draft is withdrawn the same way.
 * `moved_on` when it was completed meanwhile, `no_answer` when an open payment could not be closed.
 */
export async function withdrawSubmission(
  app: App,
  actor: Actor,
  submissionId: string,
): Promise<{ kind: 'withdrawn' | 'moved_on' | 'no_answer' }> {
  const found = await findCase(app.db, actor, submissionId, ['filler']);
  if (found.status === 'awaiting_payment' && (await closeOpenPayment(app, submissionId)) === 'no_answer')
    return { kind: 'no_answer' };
  return inTransaction(app.db, async (tx) => {
    const now = app.clock.now();
    const submission = await lockSubmission(tx, submissionId);
    const { status } = submission;
    if (status !== 'draft' && status !== 'awaiting_payment' && status !== 'awaiting_signature')
      return { kind: 'moved_on' as const };
    await changeStatus(tx, {
      submissionId,
      from: status,
      event: 'withdrawn',
      to: 'withdrawn',
      actor: `person:${actor.personId}`,
      at: now,
      set: { closedAt: now, deadlineAt: null },
    });
    await voidSignatures(tx, submissionId);
    await returnMoney(tx, app, submissionId, 'withdrawn');
    if (status !== 'draft') {
      await tellParties(tx, app, submission, {
        kind: 'withdrawn',
        dedupeKey: `withdrawn:${submissionId}`,
        subject: 'notices.withdrawnSubject',
        body: 'notices.withdrawnBody',
      });
    }
    return { kind: 'withdrawn' as const };
  });
}
