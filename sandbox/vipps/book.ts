import type { PaymentRecord } from './model.ts';
import type { Vipps } from './vipps.ts';

/** One payment as the crash tests compare it. Amounts in minor units. */
export function bookOf(vipps: Vipps, payment: PaymentRecord) {
  const { reference, request, events } = payment;
  const partsOf = (name: 'CAPTURED' | 'REFUNDED') =>
    events
      .filter((event) => event.name === name)
      .map(({ pspReference, amount, timestamp }) => ({ pspReference, amount: amount.value, at: timestamp }));
  return {
    paymentId: reference,
    merchantNumber: payment.msn,
    reference,
    amount: request.amount.value,
    currency: request.amount.currency,
    state: payment.state,
    payerAt: payment.payerAt,
    reserved: payment.authorized,
    charged: payment.captured,
    refunded: payment.refunded,
    cancelled: payment.cancelled,
    terminated: payment.state === 'TERMINATED',
    // A reference is used once; a second try of the same purchase has another.
    creates: 1,
    charges: partsOf('CAPTURED'),
    refunds: partsOf('REFUNDED'),
    metadata: request.metadata ?? undefined,
    deliveries: deliveriesOf(vipps, payment).map(({ id, event, state, attempts }) => ({
      id,
      event,
      state,
      attempts,
    })),
    history: payment.history,
  };
}

export function deliveriesOf({ deliveries }: Vipps, payment: PaymentRecord) {
  return deliveries.values().filter(({ paymentId }) => paymentId === payment.id);
}
