import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { voidOrder } from '@/lib/payments/frozen-order.ts';
import { voidSignatures } from '@/lib/signing/signature-requests.ts';
import { changeStatus } from '@/lib/submissions/change-status.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { closeOpenPayment } from '../paying/close-open-payment.ts';
import { draftDates } from '../retention/erasure-dates.ts';
import { variants } from '../variants/registry.ts';
import { findToFill } from './find-to-fill.ts';

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
  const found = await findToFill(app.db, actor, submissionId);
  const { definition } = found;
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
        ...draftDates(definition, now),
      },
    });
    return { kind: 'reopened' };
  });
}
