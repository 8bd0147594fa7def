import { openAlarm } from '@/lib/audit/open-alarm.ts';
import { crashPoint } from '@/lib/core/crash-point.ts';
import type { Language } from '@/lib/core/language.ts';
import { log } from '@/lib/core/log.ts';
import type { Currency } from '@/lib/core/money.ts';
import { minor } from '@/lib/core/money.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type {
  PaymentAgreement,
  PaymentAttempt,
  PaymentOperation,
  Submission,
} from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { allowedMethods } from '@/lib/payments/allowed-methods.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { changeAttempt } from '@/lib/payments/change-attempt.ts';
import { nextCheck } from '@/lib/payments/check-schedule.ts';
import { type FrozenOrder, readOrder, settledMinor } from '@/lib/payments/frozen-order.ts';
import { handOverOf, storedHandOver } from '@/lib/payments/hand-over.ts';
import { messageSecretContext, openAttempt } from '@/lib/payments/open-attempt.ts';
import { callLeaseSeconds, finishOperation, planOperation } from '@/lib/payments/operations.ts';
import type { CallResult, Created, HandOver, OpenProvider } from '@/lib/payments/provider.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { findCase } from '@/lib/submissions/find-case.ts';
import { lockSubmission, lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { readContent } from '../engine/case-content.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { variants } from '../variants/registry.ts';
import { giveUpCreate } from './give-up-create.ts';
import { messageUrl } from './message-url.ts';
import { operationRequest } from './operation-request.ts';
import { providerLines } from './provider-lines.ts';
import { paymentRef, verifyPayment } from './verify-payment.ts';

export type StartPaymentResult =
  | { kind: 'open'; handOver: HandOver }
  /** Another request is opening the payment right now: wait for it, open nothing. */
  | { kind: 'opening' }
  /** Paid already, or not waiting for payment any more. */
  | { kind: 'moved_on' }
  /** The provider said no; nothing is taken. */
  | { kind: 'refused' }
  /** No clear answer; nothing can have been taken, for nobody has seen a payment page. */
  | { kind: 'no_answer' };

type Reserved =
  | { kind: 'moved_on' }
  | { kind: 'opening' }
  | { kind: 'existing'; attempt: PaymentAttempt }
  | {
      kind: 'created';
      attempt: PaymentAttempt;
      operation: PaymentOperation;
      agreement: PaymentAgreement;
      order: FrozenOrder;
      submission: Submission;
    };

/**
 * Opens the payment of a case that waits for it, or gives the one that is open: one active attempt per order, however
 * often and from however many tabs it is asked (rule 8). Intent first, then the call, then the record (rule 4, 10).
 */
export async function startPayment(
  app: App,
  actor: Actor,
  submissionId: string,
): Promise<StartPaymentResult> {
  await findCase(app.db, actor, submissionId, ['filler', 'payer']);
  for (let round = 0; round < 2; round++) {
    const reserved = await inTransaction(app.db, (tx) => reserve(tx, app, submissionId));
    if (reserved.kind === 'moved_on' || reserved.kind === 'opening') return reserved;
    if (reserved.kind === 'created') return create(app, reserved);
    // An open payment is asked about before it is used again: it may have been paid in the other tab.
    await verifyPayment(app, reserved.attempt.id);
    const attempt = await app.db.paymentAttempt.findUniqueOrThrow({ where: { id: reserved.attempt.id } });
    // While the provider is silent the payer may have paid already: nobody is sent to pay again.
    if (attempt.unknownSince || attempt.problem) return { kind: 'moved_on' };
    const handOver = attempt.status === 'pending' ? handOverOf(attempt) : undefined;
    if (handOver) return { kind: 'open', handOver };
    if (isActive(attempt.status)) return { kind: 'moved_on' };
  }
  return { kind: 'moved_on' };
}

async function reserve(tx: Transaction, app: App, submissionId: string): Promise<Reserved> {
  const now = app.clock.now();
  const submission = await lockWithAnswers(tx, submissionId);
  if (submission.status !== 'awaiting_payment') return { kind: 'moved_on' };
  const order = await tx.order.findFirstOrThrow({
    where: { submissionId, kind: 'original', voidedAt: null },
  });
  if ((await settledMinor(tx, order.id)) >= minor(order.totalMinor)) return { kind: 'moved_on' };
  const active = await tx.paymentAttempt.findFirst({
    where: { orderId: order.id, status: { in: ['created', 'pending', 'authorized'] } },
  });
  if (active?.status === 'created') {
    const ageSeconds = (now.getTime() - active.createdAt.getTime()) / 1000;
    if (ageSeconds < callLeaseSeconds) return { kind: 'opening' };
    await giveUpCreate(tx, app, active, submissionId);
  } else if (active) {
    return { kind: 'existing', attempt: active };
  }
  const definition = await definitionOf(tx, submission);
  const agreement = await tx.paymentAgreement.findUniqueOrThrow({
    where: {
      ownerId_environment_name: {
        ownerId: submission.ownerId,
        environment: submission.environment,
        name: definition.payment.agreement,
      },
    },
  });
  const { attempt, operation } = await openAttempt(
    tx,
    app.ids,
    app.box,
    {
      order,
      agreement,
      capture: capturePolicy(definition, app.openProvider(agreement)),
      methods: allowedMethods(agreement.methods, definition.payment.methods),
      reference: submission.reference,
      snapshot: await readContent(tx, submission, definition),
      snapshotHash: submission.contentHash ?? order.hash,
    },
    now,
  );
  await appendEvent(tx, {
    submissionId,
    type: 'payment.started',
    data: { attemptId: attempt.id, amountMinor: minor(order.totalMinor), currency: order.currency },
    actor: 'person',
    at: now,
  });
  return { kind: 'created', attempt, operation, agreement, order: readOrder(order), submission };
}

/**
 * Money is only reserved when it must wait for something and the reservation surely outlives the wait: the signing
 * deadline lies within the provider's reservation life (rule 4). Otherwise it is taken at once, and goes back on refusal.
 */
export function capturePolicy(definition: ServiceDefinition, provider: OpenProvider): 'now' | 'reserve' {
  const { capabilities } = provider;
  if (!capabilities.capture || !capabilities.cancel) return 'now';
  if (!capabilities.chargeAtOnce) return 'reserve';
  const steps = variants.get(definition.variant).steps;
  const waitsAfterPayment = steps.indexOf('sign') > steps.indexOf('pay');
  const waitDays = waitsAfterPayment ? definition.deadlines.signingDays + 1 : 0;
  return definition.payment.capture === 'reserve' && waitDays <= capabilities.reservationDays
    ? 'reserve'
    : 'now';
}

async function create(
  app: App,
  { attempt, operation, agreement, order, submission }: Extract<Reserved, { kind: 'created' }>,
): Promise<StartPaymentResult> {
  const language = submission.language as Language;
  const provider = app.openProvider(agreement);
  crashPoint('before-create');
  const result = await provider.create({
    reference: attempt.reference,
    attemptId: attempt.id,
    amountMinor: minor(attempt.amountMinor),
    currency: attempt.currency as Currency,
    lines: providerLines(order, language),
    description: order.description[language],
    capture: attempt.capture as 'now' | 'reserve',
    language,
    returnUrl: `${app.portalUrl}/payments/return/${attempt.id}`,
    cancelUrl: `${app.portalUrl}/payments/return/${attempt.id}?cancelled=1`,
    termsUrl: `${app.portalUrl}/privacy`,
    messageUrl: messageUrl(app, agreement, provider, attempt.id),
    messageSecret: app.box.open(attempt.messageSecret, messageSecretContext(attempt.id)),
    ...(attempt.methods.length > 0 && { methods: attempt.methods }),
    idempotencyKey: operation.idempotencyKey,
  });
  crashPoint('after-create');
  try {
    return await inTransaction(app.db, (tx) =>
      recordCreate(tx, app, submission.id, attempt.id, operation.id, result),
    );
  } catch (error) {
    if (result.outcome === 'done') await closeUnrecorded(provider, attempt, result.providerPaymentId);
    throw error;
  }
}

/** A payment that we could not write down is closed again, so that it can never be paid (rule 8). As well as can be. */
async function closeUnrecorded(
  provider: OpenProvider,
  attempt: PaymentAttempt,
  providerPaymentId: string | undefined,
): Promise<void> {
  const ref = providerPaymentId && paymentRef({ ...attempt, providerPaymentId });
  if (!ref) return;
  await provider
    .cancel?.(
      operationRequest(ref, attempt, {
        amountMinor: attempt.amountMinor,
        idempotencyKey: `${attempt.id}:unrecorded`,
      }),
    )
    .catch((error: unknown) =>
      log.error({ err: error, reference: ref.reference }, 'an unrecorded payment stays open'),
    );
}

async function recordCreate(
  tx: Transaction,
  app: App,
  submissionId: string,
  attemptId: string,
  operationId: string,
  result: CallResult<Created>,
): Promise<StartPaymentResult> {
  const now = app.clock.now();
  const submission = await lockSubmission(tx, submissionId);
  const attempt = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } });
  const operation = await tx.paymentOperation.findUniqueOrThrow({ where: { id: operationId } });
  if (result.outcome === 'done') {
    await finishOperation(tx, operation, { status: 'done', operationId: result.providerPaymentId }, now);
    const { providerPaymentId, handOver } = result;
    if (attempt.status !== 'created' || submission.status !== 'awaiting_payment') {
      // The case moved while the provider was slow: the payment that was opened all the same is closed there.
      const known = await tx.paymentAttempt.update({ where: { id: attemptId }, data: { providerPaymentId } });
      if (isActive(known.status) || known.status === 'failed') {
        await planOperation(
          tx,
          app.ids,
          known,
          { kind: 'cancel', amountMinor: minor(known.amountMinor), reason: 'case_moved_on' },
          now,
        );
      }
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
      data: { attemptId },
      actor: 'system',
      at: now,
    });
    return { kind: 'open', handOver };
  }
  const unknown = result.outcome === 'unknown';
  await finishOperation(tx, operation, { status: 'failed', errorCode: result.code }, now);
  if (attempt.status === 'created') {
    const failure = unknown ? 'create_unknown' : 'create_refused';
    await changeAttempt(tx, attempt, {
      event: 'refused',
      to: 'failed',
      at: now,
      set: { failure, nextCheckAt: null },
    });
    await appendEvent(tx, {
      submissionId,
      type: 'payment.failed',
      data: { attemptId, failure, code: result.code },
      actor: 'provider',
      at: now,
    });
  }
  if (!unknown) {
    await openAlarm(
      tx,
      app.ids,
      {
        ownerId: attempt.ownerId,
        dedupeKey: `create:${attempt.agreementId}:${result.code}`,
        kind: 'create_refused',
        submissionId,
        attemptId,
        values: { code: result.code },
        detail: `The provider refused to open a payment: ${result.code} ${result.detail}`,
      },
      now,
    );
  }
  return { kind: unknown ? 'no_answer' : 'refused' };
}
