import { type PaymentRecord, sumsOf } from './model.ts';
import type { Nets } from './nets.ts';

/** One payment as the crash tests compare it. Amounts in minor units. */
export function bookOf(nets: Nets, payment: PaymentRecord) {
  const { paymentId, order, myReference, charges, refunds } = payment;
  const { reserved, charged, refunded, cancelled, pendingRefund } = sumsOf(payment);
  const own = myReference ?? order.reference;
  return {
    paymentId,
    merchantNumber: payment.merchantNumber,
    reference: order.reference,
    myReference,
    amount: order.amount,
    currency: order.currency,
    reserved,
    charged,
    refunded,
    pendingRefund,
    cancelled,
    terminated: payment.terminatedAt !== undefined,
    // How many payments the merchant has made under the same name of its own: more than one may be a double.
    creates: nets.payments
      .values()
      .filter(
        (other) =>
          other.merchantNumber === payment.merchantNumber &&
          (other.myReference ?? other.order.reference) === own,
      ).length,
    charges: charges.map(({ chargeId, amount, createdAt }) => ({ chargeId, amount, createdAt })),
    refunds: refunds.map(({ refundId, amount, state, chargeId }) => ({ refundId, amount, state, chargeId })),
    deliveries: deliveriesOf(nets, payment).map(({ id, eventId, event, state, attempts }) => ({
      id,
      eventId,
      event,
      state,
      attempts,
    })),
    history: payment.history,
  };
}

export function deliveriesOf(nets: Nets, { paymentId }: PaymentRecord) {
  return nets.deliveries.values().filter((delivery) => delivery.paymentId === paymentId);
}
