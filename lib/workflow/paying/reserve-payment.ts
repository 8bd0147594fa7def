import type { Answers } from '@/lib/core/answers.ts';
import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAgreement, Submission } from '@/lib/db/generated/client.ts';
import { listAttachments } from '@/lib/files/attachments.ts';
import { withoutSnapshot } from '@/lib/payments/attempt.ts';
import { activeStatuses } from '@/lib/payments/attempt-machine.ts';
import type { FrozenOrder } from '@/lib/payments/frozen-order.ts';
import { type NewPayment, openAttempt } from '@/lib/payments/open-attempt.ts';
import { callLeaseSeconds } from '@/lib/payments/operations.ts';
import type { CardType } from '@/lib/payments/payment-method.ts';
import { isSettled, readOrderStanding } from '@/lib/payments/standing.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { type LockedSubmission, lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { type CaseContent, contentOf } from '../engine/case-content.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { answersMark, priceMark, type Seen } from '../engine/seen.ts';
import { capturePolicy } from './capture-policy.ts';
import { giveUpCreate } from './give-up-create.ts';
import { agreementOf, offeredMethods, waysToPay } from './ways-to-pay.ts';

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
  /** What the payment page is to offer; empty lists mean all. */
  offered: { methods: string[]; cardTypes: CardType[] };
}

/** The payer must say first how she wants to pay: nothing is written down. */
export interface ToChoose {
  kind: 'choose';
}

/** It is no longer what the payer was shown: nothing is written down. */
interface Changed {
  kind: 'changed';
  what: 'answers' | 'price';
}

export type Reservation =
  | Reserved
  | ToChoose
  | { kind: 'moved_on' }
  | Changed
  | { kind: 'opening' }
  /** `choice` is what the payer chose when it was opened. */
  | { kind: 'existing'; attemptId: string; choice: string | null };

/**
 * Takes the case's lock and writes down a new attempt, unless one is open, nothing is to be paid, or it is not what was seen.
 * The open one too is only for who has seen what it is for.
 */
export async function reservePayment(
  tx: Transaction,
  app: App,
  submissionId: string,
  choice?: string,
  seen?: Seen,
): Promise<Reservation> {
  const submission = await lockWithAnswers(tx, submissionId);
  if (submission.status !== 'awaiting_payment') return { kind: 'moved_on' };
  const { order, settledMinor } = await readOrderStanding(tx, submissionId);
  if (!order) throw new Error(`The case ${submissionId} waits for payment without an order`);
  if (isSettled({ order, settledMinor })) return { kind: 'moved_on' };
  const what = seen && (await changedSince(tx, seen, submission, order));
  if (what) return { kind: 'changed', what };
  const active = await tx.paymentAttempt.findFirst({
    where: { orderId: order.id, status: { in: [...activeStatuses] } },
    omit: withoutSnapshot,
  });
  if (active && active.status !== 'created')
    return { kind: 'existing', attemptId: active.id, choice: active.choice };
  if (active) {
    const ageSeconds = (app.clock.now().getTime() - active.createdAt.getTime()) / 1000;
    if (ageSeconds < callLeaseSeconds) return { kind: 'opening' };
    await giveUpCreate(tx, app, active, submissionId);
  }
  const definition = await definitionOf(tx, submission);
  const files = await listAttachments(tx, submissionId);
  const content = contentOf(submission, definition, files, order.hash);
  const contentHash = submission.contentHash ?? order.hash;
  return reserve(tx, app, { submission, definition, order, content, contentHash }, choice);
}

async function changedSince(
  tx: Transaction,
  seen: Seen,
  { id, answers }: Pick<Submission, 'id' | 'answers'>,
  order: FrozenOrder,
): Promise<Changed['what'] | undefined> {
  if (seen.answers !== undefined) {
    const files = await listAttachments(tx, id);
    if (seen.answers !== answersMark(answers as Answers, files)) return 'answers';
  }
  return seen.price === priceMark(order) ? undefined : 'price';
}

/**
 * The same, of a case whose lock is held and whose order has no active attempt.
 * @param choice id of what the payer chose, where the provider wants that.
 */
export async function reserve(
  tx: Transaction,
  app: App,
  payable: Payable,
  choice?: string,
): Promise<Reserved | ToChoose> {
  const now = app.clock.now();
  const { submission, definition, order, content, contentHash } = payable;
  const { id: submissionId } = submission;
  const agreement = await agreementOf(tx, submission, definition);
  const ways = waysToPay(app, agreement, definition.payment, order.currency);
  const chosen = ways.choices.find(({ id }) => id === choice);
  if (ways.choices.length > 0 && !chosen) return { kind: 'choose' };
  const payment = await openAttempt(
    tx,
    app.ids,
    app.box,
    {
      submission,
      order,
      agreement,
      capture: capturePolicy(definition, app.openProvider(agreement)),
      ...ways.allowed,
      choice: chosen?.id ?? null,
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
  const offered = { methods: offeredMethods(ways, chosen), cardTypes: ways.allowed.cardTypes };
  return { ...payable, kind: 'reserved', agreement, payment, offered };
}
