import { type OrderRecord, orderPath, sumsOf } from './model.ts';
import type { Payex } from './payex.ts';

/** One payment order as the crash tests compare it. Amounts in minor units; the names are those of every provider here. */
export function bookOf(payex: Payex, order: OrderRecord) {
  const { request, transactions } = order;
  const { authorized, captured, cancelled, reversed } = sumsOf(order);
  const own = request.payeeInfo.orderReference ?? request.payeeInfo.payeeReference;
  const of = (...types: string[]) =>
    transactions
      .filter(({ type }) => types.includes(type))
      .map(({ type, number, amount, payeeReference, created }) => ({
        type,
        number,
        amount,
        payeeReference,
        createdAt: created,
      }));
  return {
    paymentId: orderPath(order),
    payeeId: order.payeeId,
    status: order.status,
    reference: request.payeeInfo.orderReference,
    payeeReference: request.payeeInfo.payeeReference,
    amount: request.amount,
    currency: request.currency,
    instrument: order.paid?.instrument,
    // A sale has nothing reserved: it is captured from the start.
    reserved: authorized,
    charged: captured,
    refunded: reversed,
    cancelled,
    terminated: order.status === 'Aborted',
    late: order.late !== undefined,
    // How many payment orders the merchant has made under the same order number: more than one may be a double.
    creates: payex.orders.values().filter((other) => {
      const { orderReference, payeeReference } = other.request.payeeInfo;
      return other.payeeId === order.payeeId && (orderReference ?? payeeReference) === own;
    }).length,
    charges: of('Capture', 'Sale'),
    refunds: of('Reversal'),
    failedAttempts: order.failedAttempts,
    deliveries: deliveriesOf(payex, order).map(({ id, event, state, attempts }) => ({
      id,
      event,
      state,
      attempts,
    })),
    history: order.history,
  };
}

export function deliveriesOf(payex: Payex, { id }: OrderRecord) {
  return payex.deliveries.values().filter(({ orderId }) => orderId === id);
}
