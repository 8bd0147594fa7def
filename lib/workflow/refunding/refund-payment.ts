import { recordAct } from '@/lib/audit/record-act.ts';
import { KvittError, notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { minor } from '@/lib/core/money.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAgreement, PaymentOperation } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { cleanLine } from '@/lib/forms/clean-text.ts';
import { type ReasonProblem, reasonProblem } from '@/lib/forms/written-reason.ts';
import { readAttempt } from '@/lib/payments/attempt.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { readRefundable } from './read-refundable.ts';
import { type PartProblem, type RefundPart, refundAmount } from './refund-part.ts';
import { ownerRefund, refundRequestedEvent } from './refund-reason.ts';

export interface RefundRequest {
  attemptId: string;
  /** Why, in the employee's own words. The citizen reads it. */
  reason: string;
  /** Absent means all that is left. */
  part?: RefundPart;
  /** What the page showed as left to give back; absent when nobody was shown anything. */
  seenMinor?: number;
}

export type RefundResult =
  /** It is written down and the worker carries it out, also when the same was asked for before: one refund. */
  | { kind: 'under_way'; operationId: string; amountMinor: number }
  /** Another refund is on its way: nothing more is planned before it is seen to have happened. */
  | { kind: 'busy'; amountMinor: number }
  /** What is left is not what was shown: somebody gave something back meanwhile. */
  | { kind: 'changed' }
  | { kind: 'already_refunded' }
  /** No money has come in by this payment. */
  | { kind: 'nothing_taken' }
  | { kind: 'invalid'; reason?: ReasonProblem; part?: PartProblem };

/**
 * An employee of the owner gives a captured payment back, or a part of what is left of it, with a reason. It is only planned
 * here; when the provider has done it, ledger, credit note and message follow (`afterRefund`). One refund at a time: while one is
 * on its way, nobody knows what is left.
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
        select: { agreement: true, order: { select: { submissionId: true } } },
      })
    : null;
  if (!found) throw notFound('Payment');
  const wish = { ...request, reason: cleanLine(request.reason), ...found, ...found.order };
  return inTransaction(app.db, (tx) => plan(tx, app, staff, wish));
}

type Wish = RefundRequest & { submissionId: string; agreement: PaymentAgreement };

async function plan(tx: Transaction, app: App, staff: StaffActor, wish: Wish): Promise<RefundResult> {
  const { attemptId, submissionId, agreement, reason, part = { kind: 'all' }, seenMinor } = wish;
  await lockSubmission(tx, submissionId);
  const attempt = await readAttempt(tx, attemptId);
  const { onItsWay, ...refundable } = await readRefundable(tx, app, { attempt, agreement, submissionId });
  const { leftMinor } = refundable;
  const badReason = reasonProblem(reason);
  const wanted = refundAmount(part, refundable);
  if (badReason) return { kind: 'invalid', reason: badReason, ...problemOf(wanted) };
  if (leftMinor <= 0) return { kind: attempt.capturedMinor > 0n ? 'already_refunded' : 'nothing_taken' };
  if (onItsWay) return whatIsOnItsWay(onItsWay, wanted);
  if (seenMinor !== undefined && seenMinor !== leftMinor) return { kind: 'changed' };
  if ('problem' in wanted) return { kind: 'invalid', part: wanted.problem };
  const operation = await write(tx, app, staff, { ...wish, ...wanted });
  return { kind: 'under_way', operationId: operation.id, amountMinor: wanted.amountMinor };
}

type Wanted = ReturnType<typeof refundAmount>;

function problemOf(wanted: Wanted): { part?: PartProblem } {
  return 'problem' in wanted ? { part: wanted.problem } : {};
}

/** The same again, as by a second click, is the one refund; anything else has to wait. */
function whatIsOnItsWay(operation: PaymentOperation, wanted: Wanted): RefundResult {
  const amountMinor = minor(operation.amountMinor);
  const same =
    'amountMinor' in wanted &&
    wanted.amountMinor === amountMinor &&
    wanted.lines.join() === operation.lines.join();
  return same ? { kind: 'under_way', operationId: operation.id, amountMinor } : { kind: 'busy', amountMinor };
}

async function write(
  tx: Transaction,
  app: App,
  staff: StaffActor,
  { attemptId, submissionId, reason, amountMinor, lines }: Wish & { amountMinor: number; lines: number[] },
): Promise<PaymentOperation> {
  const now = app.clock.now();
  const operation = await planOperation(
    tx,
    app.ids,
    { id: attemptId },
    { kind: 'refund', amountMinor, lines, reason: ownerRefund },
    now,
  );
  const { id: operationId } = operation;
  await appendEvent(tx, {
    submissionId,
    type: refundRequestedEvent,
    data: { attemptId, operationId, amountMinor, reason, by: staff.name },
    actor: `staff:${staff.staffId}`,
    at: now,
  });
  await recordAct(tx, app, staff, {
    act: 'payment_refunded',
    subject: 'payment',
    subjectId: attemptId,
    detail: { amountMinor, operationId },
  });
  return operation;
}
