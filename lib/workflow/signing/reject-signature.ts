import type { Actor } from '@/lib/core/party.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { voidOrder } from '@/lib/payments/frozen-order.ts';
import { pendingRequest } from '@/lib/signing/pending-request.ts';
import { voidSignatures } from '@/lib/signing/signature-requests.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { changeStatus } from '@/lib/submissions/change-status.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { openCase } from '../engine/open-case.ts';
import { returnMoney } from '../paying/return-money.ts';
import { draftDates } from '../retention/erasure-dates.ts';
import { variants } from '../variants/registry.ts';

export type RejectResult =
  | { kind: 'rejected' }
  /** Signed or rejected already, or not waiting for this party's signature. */
  | { kind: 'moved_on' };

/**
 * Refuses to sign: the case goes back to be filled in as a new revision. Other signatures and the order are void; a
 * reservation is released and a capture refunded by the worker, whatever becomes of the case.
 */
export async function rejectSignature(app: App, actor: Actor, submissionId: string): Promise<RejectResult> {
  await openCase(app.db, actor, submissionId, ['filler', 'signer']);
  return inTransaction(app.db, async (tx): Promise<RejectResult> => {
    const now = app.clock.now();
    const submission = await lockSubmission(tx, submissionId);
    const request = await pendingRequest(tx, submissionId, actor.acting.id);
    const definition = await definitionOf(tx, submission);
    const waits = submission.status === 'awaiting_signature' && request !== null;
    if (!waits || !variants.get(definition.variant).fill) return { kind: 'moved_on' };
    const by = `person:${actor.personId}`;
    await tx.signatureRequest.update({ where: { id: request.id }, data: { status: 'rejected' } });
    await appendEvent(tx, {
      submissionId,
      type: 'signature.rejected',
      data: { signatureId: request.id },
      actor: by,
      at: now,
    });
    await voidSignatures(tx, submissionId);
    const moneyMoved = await hasMoney(tx, submissionId);
    await returnMoney(tx, app, submissionId, 'signature_rejected');
    await voidOrder(tx, submissionId, now);
    await tx.submission.update({ where: { id: submissionId }, data: { revision: { increment: 1 } } });
    await changeStatus(tx, {
      submissionId,
      from: submission.status,
      event: 'rejected',
      to: 'draft',
      actor: by,
      at: now,
      set: {
        contentHash: null,
        submittedAt: null,
        paidAt: null,
        ...draftDates(definition, now),
      },
    });
    if (moneyMoved) {
      await tellParties(tx, app, submission, {
        kind: 'rejected',
        dedupeKey: `rejected:${submissionId}:${submission.revision}`,
        subject: 'notices.rejectedSubject',
        body: 'notices.rejectedBody',
      });
    }
    return { kind: 'rejected' };
  });
}

/** Whether anything is reserved, or taken and not given back. */
async function hasMoney(tx: Transaction, submissionId: string): Promise<boolean> {
  const count = await tx.paymentAttempt.count({
    where: { order: { submissionId }, status: { in: ['authorized', 'captured', 'partially_refunded'] } },
  });
  return count > 0;
}
