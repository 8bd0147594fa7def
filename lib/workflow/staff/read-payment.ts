import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { type Currency, minor } from '@/lib/core/money.ts';
import { hasRole, requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { PaymentAttempt, PaymentOperation } from '@/lib/db/generated/client.ts';
import { type FrozenOrder, readOrder } from '@/lib/payments/frozen-order.ts';
import { balance } from '@/lib/payments/ledger.ts';
import type { App } from '../app.ts';
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
  method: string | null;
  maskedCard: string | null;
  provider: string;
  createdAt: Date;
  paidAt: Date | null;
  order: FrozenOrder;
  submission: { id: string; reference: string; title: string; status: string };
  where: { place: MoneyPlace; amountMinor: number };
  timeline: TimelineEntry[];
  /** Minor units that can be given back now; 0 when there is nothing, or when it is on its way. */
  refundableMinor: number;
  /** Whether this employee may give it back. */
  mayRefund: boolean;
}

/** @throws KvittError `not_found` for unknown and foreign ids alike, `forbidden` without the role. */
export async function readPayment(app: App, staff: StaffActor, attemptId: string): Promise<StaffPayment> {
  requireRole(staff, 'finance', 'case_worker');
  if (!isUuid(attemptId)) throw notFound('Payment');
  const found = await app.db.paymentAttempt.findFirst({
    where: { id: attemptId, ownerId: staff.ownerId },
    include: { operations: { orderBy: { createdAt: 'asc' } }, order: { include: { submission: true } } },
  });
  if (!found) throw notFound('Payment');
  const { operations, order, ...attempt } = found;
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
  const sums = sumsOf(attempt, operations, -heldMinor);
  const { id, reference, title, status } = order.submission;
  return {
    id: attempt.id,
    reference: attempt.reference,
    status: attempt.status,
    currency: attempt.currency as Currency,
    amountMinor: sums.amountMinor,
    capturedMinor: sums.capturedMinor,
    refundedMinor: sums.refundedMinor,
    method: attempt.method,
    maskedCard: attempt.maskedCard,
    provider: attempt.provider,
    createdAt: attempt.createdAt,
    paidAt: attempt.paidAt,
    order: readOrder(order),
    submission: { id, reference, title, status },
    where: moneyPlace(sums),
    timeline: paymentTimeline({ attempt, operations, messages, ledger, events }),
    refundableMinor: Math.max(0, sums.capturedMinor - sums.refundedMinor - sums.returningMinor),
    mayRefund: hasRole(staff, 'finance'),
  };
}

function sumsOf(attempt: PaymentAttempt, operations: readonly PaymentOperation[], heldMinor: number) {
  const back = operations.filter(({ kind }) => kind === 'refund' || kind === 'cancel');
  const unfinished = back.filter(({ status }) => ['intent', 'sent', 'unknown'].includes(status));
  const accepted = back.filter(({ kind, status }) => kind === 'refund' && status === 'done');
  const refundedMinor = minor(attempt.refundedMinor);
  // The provider has said yes, and its books do not show it yet.
  const notSeenYet = Math.max(0, sum(accepted) - refundedMinor);
  return {
    status: attempt.status,
    amountMinor: minor(attempt.amountMinor),
    authorizedMinor: minor(attempt.authorizedMinor),
    capturedMinor: minor(attempt.capturedMinor),
    refundedMinor,
    problem: attempt.problem !== null,
    unknown: attempt.unknownSince !== null,
    heldMinor,
    returningMinor: sum(unfinished) + notSeenYet,
    returnFailed: back.at(-1)?.status === 'failed',
  };
}

function sum(operations: readonly PaymentOperation[]): number {
  return operations.reduce((total, { amountMinor }) => total + minor(amountMinor), 0);
}
