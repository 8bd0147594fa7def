import { sumsOf, type Transaction } from './model.ts';
import type { Netaxept } from './netaxept.ts';

/** One transaction as the tests compare it. Amounts in minor units. */
export function bookOf({ transactions }: Netaxept, transaction: Transaction) {
  const { id, merchantId, orderNumber, amount, currency, terminal, captures, credits } = transaction;
  const { reserved, captured, credited, cancelled } = sumsOf(transaction);
  const movement = ({ id, amount, at }: (typeof captures)[number]) => ({ id, amount, at });
  return {
    paymentId: id,
    merchantId,
    reference: orderNumber,
    amount,
    currency,
    terminal,
    atIssuer: transaction.challenge !== undefined,
    reserved,
    charged: captured,
    refunded: credited,
    cancelled,
    // How many transactions were registered for the same order: more than one may be a double.
    creates: transactions
      .values()
      .filter((other) => other.merchantId === merchantId && other.orderNumber === orderNumber).length,
    charges: captures.map(movement),
    refunds: credits.map(movement),
    // Nobody is told anything.
    deliveries: [],
    history: transaction.history,
  };
}
