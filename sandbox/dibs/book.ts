import type { Dibs } from './dibs.ts';
import { type PaymentRecord, sumsOf } from './model.ts';
import { lettersOf } from './texts.ts';

/** One payment as the crash tests compare it. Amounts in minor units. */
export function bookOf(dibs: Dibs, payment: PaymentRecord) {
  const { id, merchantId, orderId, amount, currency, transaction, told, captures, refunds } = payment;
  return {
    paymentId: id,
    merchantId,
    reference: orderId,
    transaction: transaction?.id,
    amount,
    currency: lettersOf(currency),
    told,
    ...sumsOf(payment),
    // How many windows were opened for the same order, and how many of them were paid: more than one is a double.
    creates: sameOrder(dibs, payment).length,
    paid: sameOrder(dibs, payment).filter((one) => one.transaction).length,
    captures,
    refunds,
    deliveries: deliveriesOf(dibs, payment).map(({ id, event, state, attempts }) => ({
      id,
      event,
      state,
      attempts,
    })),
    back: payment.back && { url: payment.back.url, fields: Object.fromEntries(payment.back.fields) },
    history: payment.history,
  };
}

export function deliveriesOf(dibs: Dibs, { id }: PaymentRecord) {
  return dibs.deliveries.values().filter((delivery) => delivery.paymentId === id);
}

/** By the window's id, the transaction's number, or the merchant's order id (then the newest window). */
export function findPayment(dibs: Dibs, name: string): PaymentRecord | undefined {
  const payments = dibs.payments.values();
  return (
    dibs.payments.get(name) ??
    payments.find(({ transaction }) => transaction?.id === name) ??
    payments.findLast(({ orderId }) => orderId === name)
  );
}

function sameOrder(dibs: Dibs, payment: PaymentRecord): PaymentRecord[] {
  return dibs.payments
    .values()
    .filter((other) => other.merchantId === payment.merchantId && other.orderId === payment.orderId);
}
