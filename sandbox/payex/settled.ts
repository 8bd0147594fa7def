import type { Settled } from '../settlements/lines.ts';
import { peekFault, referencesOf } from './faults.ts';
import { type OrderRecord, orderPath, type Transaction } from './model.ts';
import type { Payex } from './payex.ts';

/** A payment order as the settlement reports have it; those who share a payee have each their own address for callbacks. */
export function settledOf({ context }: Payex, order: OrderRecord): Settled {
  const { payeeId, createdAt, request, transactions } = order;
  const { urls, payeeInfo } = request;
  return {
    paymentId: orderPath(order),
    owner: `${payeeId} ${(urls.callbackUrl ?? '').split('?')[0]}`,
    reference: payeeInfo.orderReference ?? payeeInfo.payeeReference,
    createdAt,
    amount: request.amount,
    currency: request.currency,
    charges: movements(transactions, ['Capture', 'Sale']),
    refunds: movements(transactions, ['Reversal']),
    fault: peekFault(context, 'settlement', referencesOf(order)),
  };
}

function movements(transactions: readonly Transaction[], types: readonly Transaction['type'][]) {
  return transactions
    .filter(({ type }) => types.includes(type))
    .map(({ number, amount, created }) => ({ transactionId: String(number), amount, at: created }));
}
