import { openAlarm } from '@/lib/audit/open-alarm.ts';
import { crashPoint } from '@/lib/core/crash-point.ts';
import type { Language } from '@/lib/core/language.ts';
import { log } from '@/lib/core/log.ts';
import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type Attempt, readAttempt } from '@/lib/payments/attempt.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { changeAttempt } from '@/lib/payments/change-attempt.ts';
import { nextCheck } from '@/lib/payments/check-schedule.ts';
import { storedHandOver } from '@/lib/payments/hand-over.ts';
import { finishOperation, planOperation } from '@/lib/payments/operations.ts';
import type { CallResult, Created, CreateRequest, OpenProvider } from '@/lib/payments/provider.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { messageUrl } from './message-url.ts';
import { operationRequest } from './operation-request.ts';
import { providerLines } from './provider-lines.ts';
import type { Reserved } from './reserve-payment.ts';
import type { StartPaymentResult } from './start-payment.ts';

/** Asks the provider to open a payment that is in the books, and writes down what came of it. */
export async function createPayment(app: App, reserved: Reserved): Promise<StartPaymentResult> {
  const provider = app.openProvider(reserved.agreement);
  crashPoint('before-create');
  const result = await provider.create(createRequest(app, provider, reserved));
  crashPoint('after-create');
  try {
    return await inTransaction(app.db, 'create', (tx) => recordCreate(tx, app, reserved, result));
  } catch (error) {
    if (result.outcome === 'done') await closeUnrecorded(provider, reserved, result.providerPaymentId);
    throw error;
  }
}

function createRequest(
  app: App,
  provider: OpenProvider,
  { submission, order, agreement, payment, offered }: Reserved,
): CreateRequest {
  const language = submission.language as Language;
  const { attemptId, reference, capture, messageSecret, operation } = payment;
  const { methods, cardTypes } = offered;
  return {
    reference,
    attemptId,
    amountMinor: order.totalMinor,
    currency: order.currency,
    lines: providerLines(order, language),
    description: order.description[language],
    capture,
    language,
    returnUrl: `${app.portalUrl}/payments/return/${attemptId}`,
    cancelUrl: `${app.portalUrl}/payments/return/${attemptId}?cancelled=1`,
    termsUrl: `${app.portalUrl}/privacy`,
    messageUrl: messageUrl(app, agreement, provider, attemptId),
    messageSecret,
    ...(methods.length > 0 && { methods }),
    ...(cardTypes.length > 0 && { cardTypes }),
    idempotencyKey: operation.idempotencyKey,
  };
}

/** A payment that we could not write down is closed again, so that it can never be paid (rule 8). As well as can be. */
async function closeUnrecorded(
  provider: OpenProvider,
  { order, payment }: Reserved,
  providerPaymentId: string | undefined,
): Promise<void> {
  if (!providerPaymentId) return;
  const { totalMinor: amountMinor, currency } = order;
  const { attemptId, reference } = payment;
  const ref = { providerPaymentId, reference, amountMinor, currency };
  const untouched = { capturedMinor: 0n, refundedMinor: 0n };
  await provider
    .cancel?.(
      operationRequest(ref, untouched, {
        amountMinor: BigInt(amountMinor),
        idempotencyKey: `${attemptId}:unrecorded`,
      }),
    )
    .catch((error: unknown) => log.error({ err: error, reference }, 'an unrecorded payment stays open'));
}

async function recordCreate(
  tx: Transaction,
  app: App,
  { submission: { id: submissionId }, payment }: Reserved,
  result: CallResult<Created>,
): Promise<StartPaymentResult> {
  const submission = await lockSubmission(tx, submissionId);
  const attempt = await readAttempt(tx, payment.attemptId);
  if (result.outcome !== 'done') return recordRefused(tx, app, submissionId, attempt, payment, result);
  const now = app.clock.now();
  const { providerPaymentId, handOver } = result;
  await finishOperation(tx, payment.operation, { status: 'done', operationId: providerPaymentId }, now);
  if (attempt.status !== 'created' || submission.status !== 'awaiting_payment') {
    await closeAgain(tx, app, attempt, providerPaymentId);
    return { kind: 'moved_on' };
  }
  await changeAttempt(tx, attempt, {
    event: 'opened',
    to: 'pending',
    at: now,
    set: { providerPaymentId, ...storedHandOver(handOver), nextCheckAt: nextCheck(now, attempt.createdAt) },
  });
  await appendEvent(tx, {
    submissionId,
    type: 'payment.opened',
    data: { attemptId: attempt.id },
    actor: 'system',
    at: now,
  });
  return { kind: 'open', handOver };
}

/** The case moved while the provider was slow: the payment that was opened all the same is closed there. */
async function closeAgain(
  tx: Transaction,
  app: App,
  attempt: Attempt,
  providerPaymentId: string | undefined,
): Promise<void> {
  await tx.paymentAttempt.updateMany({ where: { id: attempt.id }, data: { providerPaymentId } });
  if (!isActive(attempt.status) && attempt.status !== 'failed') return;
  await planOperation(
    tx,
    app.ids,
    attempt,
    { kind: 'cancel', amountMinor: minor(attempt.amountMinor), reason: 'case_moved_on' },
    app.clock.now(),
  );
}

async function recordRefused(
  tx: Transaction,
  app: App,
  submissionId: string,
  attempt: Attempt,
  { operation }: Reserved['payment'],
  { outcome, code, detail }: Exclude<CallResult<Created>, { outcome: 'done' }>,
): Promise<StartPaymentResult> {
  const now = app.clock.now();
  const { id: attemptId, agreementId, ownerId } = attempt;
  await finishOperation(tx, operation, { status: 'failed', errorCode: code }, now);
  if (attempt.status === 'created') {
    const failure = outcome === 'refused' ? 'create_refused' : 'create_unknown';
    await changeAttempt(tx, attempt, {
      event: 'refused',
      to: 'failed',
      at: now,
      set: { failure, nextCheckAt: null },
    });
    await appendEvent(tx, {
      submissionId,
      type: 'payment.failed',
      data: { attemptId, failure, code },
      actor: 'provider',
      at: now,
    });
  }
  if (outcome !== 'refused') return { kind: 'no_answer' };
  await openAlarm(
    tx,
    app.ids,
    {
      ownerId,
      dedupeKey: `create:${agreementId}:${code}`,
      kind: 'create_refused',
      submissionId,
      attemptId,
      values: { code },
      detail: `The provider refused to open a payment: ${code} ${detail}`,
    },
    now,
  );
  return { kind: 'refused' };
}
