import { splitFault } from '../take-fault.ts';
import { addsUp } from './amounts.ts';
import { referencesOf, takeFault } from './faults.ts';
import { type PaymentRecord, type Refund, sumsOf } from './model.ts';
import { type Nets, record } from './nets.ts';
import { noContent, notFound, problem, type Reply } from './replies.ts';
import { parseBody, refundSchema } from './schemas.ts';
import { webhookEvents } from './webhook-events.ts';

/**
 * `POST /v1/payments/{id}/refunds` and, with a charge id, `POST /v1/charges/{id}/refunds`: 201 `{refundId}`.
 * In real life the money moves later; here the refund is Completed at once unless the fault `refund` says otherwise.
 */
export function refundPayment(nets: Nets, payment: PaymentRecord, body: unknown, chargeId?: string): Reply {
  const parsed = parseBody(refundSchema, body);
  if (!parsed.ok) return parsed.reply;
  const { amount, orderItems = [] } = parsed.value;
  const refundable = refundableAmount(payment, chargeId);
  if (refundable === undefined) return problem('ChargeNotFound');
  if (refundable === 0) return problem('AlreadyRefunded');
  if (amount === 0 || amount > refundable) return problem('InvalidRefundAmount');
  if (orderItems.length > 0 && !addsUp(amount, orderItems)) return problem('AmountDiffers');

  const refund: Refund = {
    refundId: nets.context.randomHex(16),
    amount,
    state: 'Pending',
    chargeId,
    lastUpdated: nets.context.now().toISOString(),
    orderItems,
  };
  const next = record(
    nets,
    payment,
    { refunds: [...payment.refunds, refund] },
    `refusjon av ${amount} bestilt`,
  );
  nets.courier.send(next, [webhookEvents(nets, next).refundInitiated(refund)]);
  const outcome = (value: string) => ['pending', 'failed', 'late'].includes(splitFault(value, 0).kind);
  const fault = splitFault(takeFault(nets.context, 'refund', referencesOf(payment), outcome) ?? '', 3_000);
  if (fault.kind === 'failed') settleRefund(nets, refund.refundId, 'Failed');
  else if (fault.kind === 'late') {
    nets.courier.later(fault.ms, () => void settleRefund(nets, refund.refundId, 'Completed'));
  } else if (fault.kind !== 'pending') settleRefund(nets, refund.refundId, 'Completed');
  return { status: 201, body: { refundId: refund.refundId } };
}

/** Ends a pending refund and tells of it; undefined when there is no such pending refund. */
export function settleRefund(
  nets: Nets,
  refundId: string,
  state: 'Completed' | 'Failed',
): PaymentRecord | undefined {
  const payment = findByRefund(nets, refundId);
  const refund = payment?.refunds.find((one) => one.refundId === refundId);
  if (!payment || refund?.state !== 'Pending') return undefined;
  const next = changeState(nets, payment, refund, state);
  const events = webhookEvents(nets, next);
  nets.courier.send(next, [
    state === 'Completed' ? events.refundCompleted(refund) : events.refundFailed(refund),
  ]);
  return next;
}

/** `POST /v1/pending-refunds/{refundId}/cancel`: 204 while pending. */
export function cancelPendingRefund(nets: Nets, payment: PaymentRecord, refundId: string): Reply {
  const refund = payment.refunds.find((one) => one.refundId === refundId);
  if (!refund) return notFound;
  if (refund.state === 'Cancelled') return problem('RefundCancelled');
  if (refund.state !== 'Pending') return problem('RefundCancelFailed');
  changeState(nets, payment, refund, 'Cancelled');
  return noContent;
}

export function findByRefund(nets: Nets, refundId: string): PaymentRecord | undefined {
  return nets.payments.values().find(({ refunds }) => refunds.some((refund) => refund.refundId === refundId));
}

/** What is left to refund of the payment or of one charge; undefined when nothing was charged. */
function refundableAmount(payment: PaymentRecord, chargeId: string | undefined): number | undefined {
  const { charged, refunded, pendingRefund } = sumsOf(payment);
  const left = charged - refunded - pendingRefund;
  if (chargeId === undefined) return charged === 0 ? undefined : left;
  const charge = payment.charges.find((one) => one.chargeId === chargeId);
  if (!charge) return undefined;
  const ofCharge = payment.refunds.filter(
    (refund) => refund.chargeId === chargeId && (refund.state === 'Completed' || refund.state === 'Pending'),
  );
  return Math.min(left, charge.amount - ofCharge.reduce((sum, { amount }) => sum + amount, 0));
}

function changeState(
  nets: Nets,
  payment: PaymentRecord,
  refund: Refund,
  state: Refund['state'],
): PaymentRecord {
  const changed = { ...refund, state, lastUpdated: nets.context.now().toISOString() };
  const refunds = payment.refunds.map((one) => (one.refundId === refund.refundId ? changed : one));
  return record(nets, payment, { refunds }, `refusjon av ${refund.amount}: ${state}`);
}
