import { recordAct } from '@/lib/audit/record-act.ts';
import { KvittError, notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { minor } from '@/lib/core/money.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { cleanLine, hasLostCharacters } from '@/lib/forms/clean-text.ts';
import { openOperations, planOperation } from '@/lib/payments/operations.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { ownerRefund, refundRequestedEvent } from './refund-reason.ts';

/** Characters; shown to the citizen, and printed on the credit note. */
export const refundReasonLength = { min: 3, max: 300 } as const;

export interface RefundRequest {
  attemptId: string;
  /** Why, in the employee's own words. The citizen reads it. */
  reason: string;
}

export type RefundResult =
  /** It is written down and the worker carries it out, also when it was asked for before: one refund. */
  | { kind: 'under_way'; operationId: string; amountMinor: number }
  | { kind: 'already_refunded' }
  /** No money has come in by this payment. */
  | { kind: 'nothing_taken' }
  | { kind: 'bad_reason'; problem: 'too_short' | 'too_long' | 'characters' };

/**
 * An employee of the owner gives all that is left of a captured payment back, with a reason. It is only planned here;
 * when the provider has done it, ledger, credit note and message follow (`afterRefund`).
 * @throws KvittError `forbidden` without the role `finance`; `not_found` for unknown payments and other owners' alike.
 */
export async function refundPayment(
  app: App,
  staff: StaffActor,
  request: RefundRequest,
): Promise<RefundResult> {
  if (!staff.roles.includes('finance')) throw new KvittError('forbidden', 'Only finance refunds payments');
  const { attemptId } = request;
  const found = isUuid(attemptId)
    ? await app.db.paymentAttempt.findFirst({
        where: { id: attemptId, ownerId: staff.ownerId },
        select: { order: { select: { submissionId: true } } },
      })
    : null;
  if (!found) throw notFound('Payment');
  const reason = cleanLine(request.reason);
  const problem = reasonProblem(reason);
  if (problem) return { kind: 'bad_reason', problem };
  const { submissionId } = found.order;
  return inTransaction(app.db, (tx) => plan(tx, app, staff, { attemptId, submissionId, reason }));
}

async function plan(
  tx: Transaction,
  app: App,
  staff: StaffActor,
  { attemptId, submissionId, reason }: RefundRequest & { submissionId: string },
): Promise<RefundResult> {
  const now = app.clock.now();
  await lockSubmission(tx, submissionId);
  const attempt = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } });
  const left = minor(attempt.capturedMinor - attempt.refundedMinor);
  if (left <= 0) return { kind: attempt.capturedMinor > 0n ? 'already_refunded' : 'nothing_taken' };
  const underWay = (await openOperations(tx, attemptId)).find(({ kind }) => kind === 'refund');
  if (underWay)
    return { kind: 'under_way', operationId: underWay.id, amountMinor: minor(underWay.amountMinor) };
  const { id: operationId } = await planOperation(
    tx,
    app.ids,
    attempt,
    { kind: 'refund', amountMinor: left, reason: ownerRefund },
    now,
  );
  await appendEvent(tx, {
    submissionId,
    type: refundRequestedEvent,
    data: { attemptId, operationId, amountMinor: left, reason, by: staff.name },
    actor: `staff:${staff.staffId}`,
    at: now,
  });
  await recordAct(tx, app, staff, {
    act: 'payment_refunded',
    subject: 'payment',
    subjectId: attemptId,
    detail: { amountMinor: left, operationId },
  });
  return { kind: 'under_way', operationId, amountMinor: left };
}

function reasonProblem(reason: string) {
  if (hasLostCharacters(reason)) return 'characters';
  if (reason.length < refundReasonLength.min) return 'too_short';
  return reason.length > refundReasonLength.max ? 'too_long' : undefined;
}
