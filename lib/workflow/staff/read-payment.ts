import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { type Currency, minor, sumMinor } from '@/lib/core/money.ts';
import { hasRole, requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { PaymentAttempt, PaymentOperation } from '@/lib/db/generated/client.ts';
import { leftOf } from '@/lib/payments/attempt.ts';
import { type FrozenOrder, readOrder } from '@/lib/payments/frozen-order.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { openOperationStatuses } from '@/lib/payments/operations.ts';
import { isOnItsWay } from '@/lib/payments/refunds.ts';
import { notCarriedOut, type Outcome, openOutcomes } from '@/lib/payments/unsettled.ts';
import type { App } from '../app.ts';
import { type PaymentToRefund, readRefundable } from '../refunding/read-refundable.ts';
import type { Refundable } from '../refunding/refund-part.ts';
import { ownerRefund } from '../refunding/refund-reason.ts';
import { type MoneyPlace, moneyPlace } from './money-place.ts';
import { paymentTimeline, type TimelineEntry } from './payment-timeline.ts';

/** One payment as its owner's employees see it. */
export interface StaffPayment {
  id: string;
  reference: string;
  status: PaymentAttempt['status'];
  currency: Currency;
  amountMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  /** Taken back by the payer's bank. */
  chargedBackMinor: number;
  method: string | null;
  maskedCard: string | null;
  provider: string;
  createdAt: Date;
  paidAt: Date | null;
  order: FrozenOrder;
  submission: { id: string; reference: string; title: string; status: string };
  where: { place: MoneyPlace; amountMinor: number };
  timeline: TimelineEntry[];
  /** What can be given back, when there is something left; not before a refund that is on its way is seen to have happened. */
  refund?: Refundable & { onItsWayMinor?: number };
  /** The oldest operation that nobody knows the outcome of: a person must look at the provider's, and say. */
  unsettled?: UnsettledOperation;
  /** Whether this employee may give money back, and say what became of it. */
  mayRefund: boolean;
}

/** @throws KvittError `not_found` for unknown and foreign ids alike, `forbidden` without the role. */
export async function readPayment(app: App, staff: StaffActor, attemptId: string): Promise<StaffPayment> {
  requireRole(staff, 'finance', 'case_worker');
  if (!isUuid(attemptId)) throw notFound('Payment');
  const found = await app.db.paymentAttempt.findFirst({
    where: { id: attemptId, ownerId: staff.ownerId },
    include: {
      operations: { orderBy: { createdAt: 'asc' } },
      order: { include: { submission: true } },
      agreement: true,
    },
  });
  if (!found) throw notFound('Payment');
  const { operations, order, agreement, ...attempt } = found;
  const [messages, ledger, events, heldMinor] = await Promise.all([
    app.db.providerMessage.findMany({ where: { attemptId }, orderBy: { receivedAt: 'asc' }, take: 200 }),
    app.db.ledgerEntry.findMany({ where: { attemptId, ownerId: staff.ownerId }, orderBy: { at: 'asc' } }),
    app.db.submissionEvent.findMany({
      where: { submissionId: order.submissionId, data: { path: ['attemptId'], equals: attemptId } },
      orderBy: { seq: 'asc' },
      take: 200,
    }),
    balance(app.db, attemptId, 'held'),
  ]);
  const unsettled = unsettledOf(attempt, operations, app.clock.now());
  const sums = { ...sumsOf(attempt, operations, -heldMinor), unsettledMinor: unsettled?.amountMinor ?? 0 };
  const { id, reference, title, status } = order.submission;
  return {
    id: attempt.id,
    reference: attempt.reference,
    status: attempt.status,
    currency: attempt.currency as Currency,
    amountMinor: sums.amountMinor,
    capturedMinor: sums.capturedMinor,
    refundedMinor: sums.refundedMinor,
    chargedBackMinor: sums.chargedBackMinor,
    method: attempt.method,
    maskedCard: attempt.maskedCard,
    provider: attempt.provider,
    createdAt: attempt.createdAt,
    paidAt: attempt.paidAt,
    order: readOrder(order),
    submission: { id, reference, title, status },
    where: moneyPlace(sums),
    timeline: paymentTimeline({ attempt, operations, messages, ledger, events }),
    ...(leftOf(attempt) > 0 && {
      refund: await refundOf(app, { attempt, agreement, submissionId: order.submissionId }),
    }),
    ...(unsettled && { unsettled }),
    mayRefund: hasRole(staff, 'finance'),
  };
}

export interface UnsettledOperation {
  operationId: string;
  kind: PaymentOperation['kind'];
  amountMinor: number;
  outcomes: readonly Outcome[];
  /** Whether Kvitt asks the provider anew when it was not carried out. */
  asksAnew: boolean;
}

function unsettledOf(
  attempt: PaymentAttempt,
  operations: readonly PaymentOperation[],
  now: Date,
): UnsettledOperation | undefined {
  for (const operation of operations) {
    const outcomes = openOutcomes(operation, attempt, now);
    const { id: operationId, kind, amountMinor, reason } = operation;
    if (outcomes.length > 0)
      return {
        ...{ operationId, kind, outcomes },
        amountMinor: minor(amountMinor),
        asksAnew: reason !== ownerRefund,
      };
  }
  return undefined;
}

async function refundOf(app: App, payment: PaymentToRefund): Promise<StaffPayment['refund']> {
  const { onItsWay, ...refundable } = await readRefundable(app.db, app, payment);
  return { ...refundable, ...(onItsWay && { onItsWayMinor: minor(onItsWay.amountMinor) }) };
}

function sumsOf(attempt: PaymentAttempt, operations: readonly PaymentOperation[], heldMinor: number) {
  const back = operations.filter(({ kind }) => kind === 'refund' || kind === 'cancel');
  const returning = back.filter((one) =>
    one.kind === 'refund'
      ? isOnItsWay(one, attempt)
      : openOperationStatuses.some((open) => open === one.status),
  );
  return {
    status: attempt.status,
    amountMinor: minor(attempt.amountMinor),
    authorizedMinor: minor(attempt.authorizedMinor),
    capturedMinor: minor(attempt.capturedMinor),
    refundedMinor: minor(attempt.refundedMinor),
    chargedBackMinor: minor(attempt.chargedBackMinor),
    problem: attempt.problem !== null,
    unknown: attempt.unknownSince !== null,
    heldMinor,
    returningMinor: sumMinor(returning.map(({ amountMinor }) => minor(amountMinor))),
    returnFailed: back.at(-1)?.status === 'failed' && back.at(-1)?.errorCode !== notCarriedOut,
  };
}
