import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { type Currency, minor, sumMinor } from '@/lib/core/money.ts';
import { hasRole, requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
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
import { paymentTimeline, type TimelineEntry, type TimelineRows } from './payment-timeline.ts';

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
  /** Sources that have more to tell than the timeline shows: its newest, of so many. */
  cut: { source: 'message' | 'event'; shown: number; total: number }[];
  /** What can be given back, when there is something left; not before a refund that is on its way is seen to have happened. */
  refund?: Refundable & { onItsWayMinor?: number };
  /** The oldest operation that nobody knows the outcome of: a person must look at the provider's, and say. */
  unsettled?: UnsettledOperation;
  /** What the provider has told of it does not match, and nobody has sorted it out. */
  hasMismatch: boolean;
  /** Whether this employee may give money back, and say what became of it. */
  mayRefund: boolean;
}

/** More than one page can show of one source. */
const maxShown = 200;

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
  const [{ messages, events, cut }, ledger, heldMinor] = await Promise.all([
    readTold(app.db, { attemptId, submissionId: order.submissionId }),
    app.db.ledgerEntry.findMany({ where: { attemptId, ownerId: staff.ownerId }, orderBy: { at: 'asc' } }),
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
    cut,
    ...(leftOf(attempt) > 0 && {
      refund: await refundOf(app, { attempt, agreement, submissionId: order.submissionId }),
    }),
    ...(unsettled && { unsettled }),
    hasMismatch: attempt.problem !== null,
    mayRefund: hasRole(staff, 'finance'),
  };
}

/** The newest that the provider, and the case, have told of a payment, oldest of them first. */
async function readTold(
  reader: Reader,
  { attemptId, submissionId }: { attemptId: string; submissionId: string },
): Promise<Pick<TimelineRows, 'messages' | 'events'> & Pick<StaffPayment, 'cut'>> {
  const ofAttempt = { where: { attemptId } };
  const ofCase = { where: { submissionId, data: { path: ['attemptId'], equals: attemptId } } };
  const [messages, allMessages, events, allEvents] = await Promise.all([
    reader.providerMessage.findMany({
      ...ofAttempt,
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: maxShown,
    }),
    reader.providerMessage.count(ofAttempt),
    reader.submissionEvent.findMany({ ...ofCase, orderBy: { seq: 'desc' }, take: maxShown }),
    reader.submissionEvent.count(ofCase),
  ]);
  const shown = [
    { source: 'message' as const, shown: messages.length, total: allMessages },
    { source: 'event' as const, shown: events.length, total: allEvents },
  ];
  return {
    messages: messages.reverse(),
    events: events.reverse(),
    cut: shown.filter((each) => each.total > each.shown),
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
