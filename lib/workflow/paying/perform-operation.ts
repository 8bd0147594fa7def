import { closeAlarm } from '@/lib/audit/open-alarm.ts';
import { crashPoint } from '@/lib/core/crash-point.ts';
import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findPayment, type Payment, readAttempt } from '@/lib/payments/attempt.ts';
import { changeAttempt } from '@/lib/payments/change-attempt.ts';
import { lateCheck, nextCheck } from '@/lib/payments/check-schedule.ts';
import { operationAlarmKey } from '@/lib/payments/give-up-operation.ts';
import {
  finishOperation,
  planOperation,
  renewOperation,
  type TakenOperation,
  takeOperation,
} from '@/lib/payments/operations.ts';
import type {
  CallFailure,
  CallResult,
  Carried,
  Evidence,
  OpenProvider,
  OperationRequest,
} from '@/lib/payments/provider.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { type LockedSubmission, lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { refundVat } from '../refunding/refund-vat.ts';
import { applyEvidence } from './apply-evidence.ts';
import { askProvider, paymentRef } from './ask-provider.ts';
import { captureFailed } from './capture-failed.ts';
import { hasHappened } from './has-happened.ts';
import { lookAgain } from './look-again.ts';
import { openForOperation } from './open-for-operation.ts';
import { canSee, isFinal, maySendAgain } from './operation-repeats.ts';
import { operationRequest } from './operation-request.ts';
import { type OperationTrouble, tellTrouble } from './operation-trouble.ts';
import { setApart } from './set-apart.ts';
import { tellUnclearClosed } from './unclear-payments.ts';

/** Some ten minutes of trying: from then on the owner knows that money does not move as it should. */
const alarmAfterTries = 6;

export type Performed = 'done' | 'refused' | 'unknown' | 'not_mine';

/**
 * Carries out one planned operation at the provider: take it, ask first when it may have been sent before, call, ask how
 * the payment stands, record. Safe to call for any operation at any time; only one process at a time gets it.
 */
export async function performOperation(app: App, operationId: string): Promise<Performed> {
  const operation = await inTransaction(app.db, 'taking', (tx) =>
    takeOperation(tx, operationId, app.clock.now()),
  );
  return operation ? carryOut(app, operation) : 'not_mine';
}

/** Carries out an operation that the caller has just taken, in a transaction that is committed. */
export async function carryOut(app: App, operation: TakenOperation): Promise<Performed> {
  const payment = await findPayment(app.db, operation.attemptId);
  if (!payment) throw new Error(`No payment attempt ${operation.attemptId}`);
  const { attempt, agreement, submissionId } = payment;
  const ref = paymentRef(attempt);
  const provider = await openForOperation(app, operation, agreement);
  if (!ref) return settleUnopened(app, operation, payment, provider);
  const isSeen = canSee(provider, operation);
  const before = operation.repeats && isSeen ? await askProvider(provider, ref) : undefined;
  // It may have been carried out, and nobody can tell: sending it again is safe only where the provider says so.
  if (operation.repeats && !before && (isSeen || !maySendAgain(provider, operation)))
    return record(app, operation, submissionId, unknown('no_answer'), undefined, provider);
  const done = before && hasHappened(operation, attempt, before);
  const vatMinor = await refundVat(app.db, submissionId, attempt, operation);
  const isStillOurs = () => renewOperation(app.db, operation, app.clock.now());
  // To ask may have taken longer than it was ours for: somebody else may have sent it meanwhile.
  if (!done && !(await isStillOurs())) return 'not_mine';
  crashPoint(`before-${operation.kind}`);
  const result: CallResult<Carried> = done
    ? { outcome: 'done' }
    : await call(provider, operation, operationRequest(ref, attempt, operation, vatMinor));
  crashPoint(`after-${operation.kind}`);
  const told = result.outcome === 'done' ? result.evidence : undefined;
  // Nobody is to send it again while we ask what came of it.
  await isStillOurs();
  const evidence = told ?? (await askProvider(provider, ref));
  const write = () => record(app, operation, submissionId, result, evidence, provider);
  // A reply of a provider that cannot be asked tells it only once: a hitch of the database must not lose it.
  const again = (failure: unknown) => (told ? write() : Promise.reject(failure));
  return write()
    .catch(again)
    .catch(again)
    .catch((failure: unknown) => unrecorded(app, operation, payment, { evidence, told }, failure));
}

/** Money was taken, and that cannot be put into the books together with its case. */
async function unrecorded(
  app: App,
  operation: TakenOperation,
  payment: Payment,
  { evidence, told }: { evidence?: Evidence; told?: Evidence },
  failure: unknown,
): Promise<Performed> {
  if (operation.kind !== 'capture' || evidence?.state !== 'captured') throw failure;
  await setApart(app, payment, evidence, failure, { now: told !== undefined });
  await inTransaction(app.db, (tx) => finishOperation(tx, operation, { status: 'done' }, app.clock.now()));
  return 'done';
}

function call(
  provider: OpenProvider,
  operation: PaymentOperation,
  request: OperationRequest,
): Promise<CallResult<Carried>> {
  const lacks = Promise.resolve({
    outcome: 'refused' as const,
    code: 'not_supported',
    detail: `${provider.id} cannot ${operation.kind}`,
  });
  switch (operation.kind) {
    case 'capture':
      return provider.capture?.(request) ?? lacks;
    case 'cancel':
      return provider.cancel?.(request) ?? lacks;
    case 'refund':
      return provider.refund?.(request) ?? lacks;
    default:
      return lacks;
  }
}

async function record(
  app: App,
  operation: TakenOperation,
  submissionId: string,
  result: CallResult<Carried>,
  evidence: Evidence | undefined,
  provider: OpenProvider,
): Promise<Performed> {
  return inTransaction(app.db, operation.kind, async (tx) => {
    const now = app.clock.now();
    const submission = await lockSubmission(tx, submissionId);
    const attempt = await readAttempt(tx, operation.attemptId);
    const happened = evidence && hasHappened(operation, attempt, evidence);
    if (result.outcome === 'done' || happened) {
      const operationId = result.outcome === 'done' ? result.operationId : undefined;
      await finishOperation(tx, operation, { status: 'done', operationId }, now);
      // A refund that is accepted may come to nothing yet: what was told of it stands until it is seen (`tellUnseenRefunds`).
      if (happened || operation.kind !== 'refund' || !canSee(provider, operation))
        await closeAlarm(tx, operationAlarmKey(operation.id), now);
      const after = evidence && (await applyEvidence(tx, app, submission, attempt, evidence));
      // Done, but not to be seen yet (a refund may take a while at the provider), or told so that it is not believed: the timer
      // asks until it is.
      if (!happened || after?.problem)
        await tx.paymentAttempt.updateMany({
          where: { id: attempt.id },
          data: { nextCheckAt: nextCheck(now, now) },
        });
      if (!provider.fetch) await lookAgain(tx, app, attempt.id);
      return 'done';
    }
    if (result.outcome !== 'refused') {
      const { code, detail } = result;
      const mayHaveBeen = result.outcome === 'unknown' || operation.repeats;
      const final = isFinal(provider, operation, result);
      const nextKey = result.outcome === 'not_now' ? app.ids.uuid() : undefined;
      // What may be carried out twice is nobody's to send while the provider, asked about it, may not have seen it yet.
      const rests =
        mayHaveBeen && !final && provider.fetch !== undefined && !provider.capabilities.safeRepeats;
      const status = rests ? 'sent' : mayHaveBeen ? 'unknown' : 'intent';
      await finishOperation(tx, operation, { status, errorCode: code, final, nextKey }, now);
      const told = { operation, attempt, submissionId, code, detail };
      if (final) {
        await closeAlarm(tx, operationAlarmKey(operation.id), now);
        await tellTrouble(tx, app, told, 'operation_unknown');
      } else if (operation.tries >= alarmAfterTries) await tellTrouble(tx, app, told, 'operation_unanswered');
      return 'unknown';
    }
    const { code, detail } = result;
    await refused(tx, app, submission, { operation, attempt, submissionId, code, detail }, evidence);
    if (!provider.fetch) await lookAgain(tx, app, attempt.id);
    return 'refused';
  });
}

interface Refusal extends OperationTrouble {
  operation: TakenOperation;
}

async function refused(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  refusal: Refusal,
  evidence: Evidence | undefined,
): Promise<void> {
  const { operation, attempt, submissionId, code } = refusal;
  const now = app.clock.now();
  await appendEvent(tx, {
    submissionId,
    type: `payment.${operation.kind}_refused`,
    data: { attemptId: attempt.id, code },
    actor: 'provider',
    at: now,
  });
  const current = evidence ? await applyEvidence(tx, app, submission, attempt, evidence) : attempt;
  switch (operation.kind) {
    case 'capture': {
      await finishOperation(tx, operation, { status: 'failed', errorCode: code }, now);
      if (current.status !== 'authorized') return;
      // The reservation is of no use any more: close the attempt, let go of the money, and let the payer try again.
      const failed = await changeAttempt(tx, current, {
        event: 'refused',
        to: 'failed',
        at: now,
        set: { failure: 'capture_refused', nextCheckAt: current.problem ? current.nextCheckAt : null },
      });
      await planOperation(
        tx,
        app.ids,
        failed,
        { kind: 'cancel', amountMinor: minor(failed.amountMinor), reason: 'capture_refused' },
        now,
      );
      const after = await tx.submission.findUniqueOrThrow({ where: { id: submissionId } });
      return captureFailed(tx, app, after, failed.id);
    }
    case 'cancel':
      // It could not be cancelled because it was paid meanwhile, which the evidence has told; or it is closed already.
      await finishOperation(tx, operation, { status: 'failed', errorCode: code }, now);
      if (current.status === 'captured' || current.capturedMinor > 0n) return;
      return tellTrouble(tx, app, refusal, 'cancel_refused');
    case 'refund':
      // Money that must go back goes back: tried again until it does or a person has seen to it (rule 4).
      await finishOperation(tx, operation, { ...askedAgain(app, operation), errorCode: code }, now);
      return tellTrouble(tx, app, refusal, 'refund_refused');
    default:
      return finishOperation(tx, operation, { status: 'failed', errorCode: code }, now);
  }
}

/** As a call of its own: a key may keep its refusal. Where an earlier try was not answered, the same key is what makes it one. */
function askedAgain(app: App, { repeats }: TakenOperation) {
  return repeats ? { status: 'unknown' as const } : { status: 'intent' as const, nextKey: app.ids.uuid() };
}

/** Nothing was ever opened at the provider, or nobody has paid there: there is nothing to cancel or refund. */
async function settleUnopened(
  app: App,
  operation: PaymentOperation,
  payment: Payment,
  { find }: OpenProvider,
): Promise<Performed> {
  await inTransaction(app.db, async (tx) => {
    const now = app.clock.now();
    await lockSubmission(tx, payment.submissionId);
    await finishOperation(tx, operation, { status: 'done' }, now);
    const attempt = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: operation.attemptId } });
    // Money that comes of it all the same is late, and goes on or goes back.
    if (operation.kind !== 'cancel' || attempt.status !== 'pending') return;
    const closed = await changeAttempt(tx, attempt, {
      event: 'cancelled',
      to: 'cancelled',
      at: now,
      ...(find && { set: { nextCheckAt: lateCheck(now, now) } }),
    });
    await tellUnclearClosed(tx, app, payment, closed);
  });
  return 'done';
}

function unknown(code: string): CallFailure {
  return { outcome: 'unknown', code, detail: 'The provider gave no answer' };
}
