import { closeAlarm } from '@/lib/audit/open-alarm.ts';
import { recordAct } from '@/lib/audit/record-act.ts';
import { KvittError, notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { minor } from '@/lib/core/money.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { cleanLine } from '@/lib/forms/clean-text.ts';
import { type ReasonProblem, reasonProblem } from '@/lib/forms/written-reason.ts';
import { type Attempt, readAttempt } from '@/lib/payments/attempt.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { Evidence } from '@/lib/payments/provider.ts';
import { notCarriedOut, type Outcome, openOutcomes } from '@/lib/payments/unsettled.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { type LockedSubmission, lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { ownerRefund } from '../refunding/refund-reason.ts';
import { applyEvidence } from './apply-evidence.ts';

export interface Settlement {
  attemptId: string;
  operationId: string;
  /** Undefined when nothing that can be said was chosen. */
  outcome: Outcome | undefined;
  /** What the employee saw at the provider; for the record. */
  reason: string;
}

export type Settled =
  | { kind: 'settled'; outcome: Outcome }
  /** Somebody else said so first, or the provider told. */
  | { kind: 'moved_on' }
  | { kind: 'invalid'; outcome?: 'missing'; reason?: ReasonProblem };

const settledEvent = 'payment.operation_settled';

/**
 * An employee says what became of an operation that nobody can be asked about, having looked at the provider's. The books
 * follow what was said: what was carried out has the effect that the provider's own word would have had; what was not is asked for
 * anew, but for a refund that an employee had asked for, who may ask again. Never done by itself.
 * @throws KvittError `forbidden` without the role `finance`; `not_found` for unknown payments and other owners' alike.
 */
export async function settleOperation(
  app: App,
  staff: StaffActor,
  { attemptId, operationId, outcome, reason: written }: Settlement,
): Promise<Settled> {
  if (!staff.roles.includes('finance'))
    throw new KvittError('forbidden', 'Only finance says what became of money');
  const found =
    isUuid(attemptId) && isUuid(operationId)
      ? await app.db.paymentOperation.findFirst({
          where: { id: operationId, attemptId, attempt: { ownerId: staff.ownerId } },
          select: { attempt: { select: { order: { select: { submissionId: true } } } } },
        })
      : null;
  if (!found) throw notFound('Payment operation');
  const reason = cleanLine(written);
  const badReason = reasonProblem(reason);
  if (!outcome || badReason)
    return {
      kind: 'invalid',
      ...(!outcome && { outcome: 'missing' }),
      ...(badReason && { reason: badReason }),
    };
  const { submissionId } = found.attempt.order;
  return inTransaction(app.db, async (tx): Promise<Settled> => {
    const submission = await lockSubmission(tx, submissionId);
    const operation = await tx.paymentOperation.findUniqueOrThrow({ where: { id: operationId } });
    const attempt = await readAttempt(tx, attemptId);
    const open = openOutcomes(operation, attempt, app.clock.now());
    if (!open.includes(outcome)) return { kind: 'moved_on' };
    await writeDown(tx, app, staff, { operation, submissionId, outcome, reason });
    if (outcome === 'carried_out')
      await applyEvidence(tx, app, submission, attempt, evidenceOf(operation, attempt));
    else await askAnew(tx, app, submission, operation, attempt);
    return { kind: 'settled', outcome };
  });
}

async function writeDown(
  tx: Transaction,
  app: App,
  staff: StaffActor,
  said: { operation: PaymentOperation; submissionId: string; outcome: Outcome; reason: string },
): Promise<void> {
  const { operation, submissionId, outcome, reason } = said;
  const { id: operationId, attemptId, kind, amountMinor } = operation;
  const now = app.clock.now();
  await tx.paymentOperation.update({
    where: { id: operationId },
    data: {
      status: outcome === 'carried_out' ? 'done' : 'failed',
      errorCode: outcome === 'carried_out' ? null : notCarriedOut,
      finishedAt: now,
      nextTryAt: null,
    },
  });
  await closeAlarm(tx, `operation:${operationId}`, now);
  await appendEvent(tx, {
    submissionId,
    type: settledEvent,
    data: { attemptId, operationId, kind, amountMinor: minor(amountMinor), outcome, reason, by: staff.name },
    actor: `staff:${staff.staffId}`,
    at: now,
  });
  await recordAct(tx, app, staff, {
    act: 'operation_settled',
    subject: 'payment',
    subjectId: attemptId,
    detail: { operationId, kind, outcome },
  });
}

/** How the payment stands when the operation was carried out, as its provider would have told. */
function evidenceOf(
  { kind, amountMinor, refundedBeforeMinor }: PaymentOperation,
  attempt: Attempt,
): Evidence {
  const now = {
    amountMinor: minor(attempt.amountMinor),
    currency: attempt.currency,
    reference: attempt.reference,
    authorizedMinor: minor(attempt.amountMinor),
    capturedMinor: minor(attempt.capturedMinor),
    refundedMinor: minor(attempt.refundedMinor),
  };
  switch (kind) {
    case 'capture':
      return { ...now, state: 'captured', capturedMinor: minor(attempt.capturedMinor + amountMinor) };
    case 'refund': {
      const before = refundedBeforeMinor ?? attempt.refundedMinor;
      return { ...now, state: 'refunded', refundedMinor: minor(before + amountMinor) };
    }
    case 'cancel':
      return { ...now, state: 'cancelled', authorizedMinor: 0 };
    case 'create':
      throw new Error('What was opened is not for a person to say');
  }
}

/** What Kvitt itself had wanted is wanted still; the case may have ended meanwhile, and then what is held is let go. */
async function askAnew(
  tx: Transaction,
  app: App,
  { status }: LockedSubmission,
  operation: PaymentOperation,
  attempt: Attempt,
): Promise<void> {
  const { kind, amountMinor, reason } = operation;
  if (kind === 'create' || reason === ownerRefund) return;
  if (kind === 'capture' && attempt.status !== 'authorized') return;
  const waits = status === 'awaiting_payment' || status === 'awaiting_signature';
  await planOperation(
    tx,
    app.ids,
    attempt,
    {
      kind: kind === 'capture' && !waits ? 'cancel' : kind,
      amountMinor: minor(amountMinor),
      ...(reason && { reason }),
    },
    app.clock.now(),
  );
}
