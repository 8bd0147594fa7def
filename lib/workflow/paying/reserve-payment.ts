import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { listAttachments } from '@/lib/files/attachments.ts';
import { allowedMethods } from '@/lib/payments/allowed-methods.ts';
import { withoutSnapshot } from '@/lib/payments/attempt.ts';
import { activeStatuses } from '@/lib/payments/attempt-machine.ts';
import type { FrozenOrder } from '@/lib/payments/frozen-order.ts';
import { type NewPayment, openAttempt } from '@/lib/payments/open-attempt.ts';
import { callLeaseSeconds } from '@/lib/payments/operations.ts';
import { isSettled, readOrderStanding } from '@/lib/payments/standing.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { type LockedSubmission, lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { type CaseContent, contentOf } from '../engine/case-content.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { capturePolicy } from './capture-policy.ts';
import { giveUpCreate } from './give-up-create.ts';

/** A confirmed case that waits for payment, with what is to be paid and what for. */
export interface Payable {
  submission: LockedSubmission;
  definition: ServiceDefinition;
  order: FrozenOrder;
  content: CaseContent;
  contentHash: string;
}

/** A new attempt is in the books: the provider is to be asked to open it, after the commit. */
export interface Reserved extends Payable {
  kind: 'reserved';
  agreement: PaymentAgreement;
  payment: NewPayment;
}

/** Takes the case's lock and writes down a new attempt, unless one is open or nothing is to be paid. */
export async function reservePayment(
  tx: Transaction,
  app: App,
  submissionId: string,
): Promise<Reserved | { kind: 'moved_on' } | { kind: 'opening' } | { kind: 'existing'; attemptId: string }> {
  const submission = await lockWithAnswers(tx, submissionId);
  if (submission.status !== 'awaiting_payment') return { kind: 'moved_on' };
  const { order, settledMinor } = await readOrderStanding(tx, submissionId);
  if (!order) throw new Error(`The case ${submissionId} waits for payment without an order`);
  if (isSettled({ order, settledMinor })) return { kind: 'moved_on' };
  const active = await tx.paymentAttempt.findFirst({
    where: { orderId: order.id, status: { in: [...activeStatuses] } },
    omit: withoutSnapshot,
  });
  if (active && active.status !== 'created') return { kind: 'existing', attemptId: active.id };
  if (active) {
    const ageSeconds = (app.clock.now().getTime() - active.createdAt.getTime()) / 1000;
    if (ageSeconds < callLeaseSeconds) return { kind: 'opening' };
    await giveUpCreate(tx, app, active, submissionId);
  }
  const definition = await definitionOf(tx, submission);
  const files = await listAttachments(tx, submissionId);
  const content = contentOf(submission, definition, files, order.hash);
  const contentHash = submission.contentHash ?? order.hash;
  return reserve(tx, app, { submission, definition, order, content, contentHash });
}

/** The same, of a case whose lock is held and whose order has no active attempt. */
export async function reserve(tx: Transaction, app: App, payable: Payable): Promise<Reserved> {
  const now = app.clock.now();
  const { submission, definition, order, content, contentHash } = payable;
  const { id: submissionId, ownerId, environment } = submission;
  const agreement = await tx.paymentAgreement.findUniqueOrThrow({
    where: { ownerId_environment_name: { ownerId, environment, name: definition.payment.agreement } },
  });
  const payment = await openAttempt(
    tx,
    app.ids,
    app.box,
    {
      submission,
      order,
      agreement,
      capture: capturePolicy(definition, app.openProvider(agreement)),
      methods: allowedMethods(agreement.methods, definition.payment.methods),
      snapshot: content,
      snapshotHash: contentHash,
    },
    now,
  );
  await appendEvent(tx, {
    submissionId,
    type: 'payment.started',
    data: { attemptId: payment.attemptId, amountMinor: minor(order.totalMinor), currency: order.currency },
    actor: 'person',
    at: now,
  });
  return { ...payable, kind: 'reserved', agreement, payment };
}
