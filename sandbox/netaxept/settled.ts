import type { Settled } from '../settlements/lines.ts';
import { peekFault, referencesOf } from './faults.ts';
import type { Transaction } from './model.ts';
import type { Netaxept } from './netaxept.ts';

/** A transaction as the settlement reports have it; those who share a merchant have each their own address to come back to. */
export function settledOf({ context }: Netaxept, transaction: Transaction): Settled {
  const { id, merchantId, redirectUrl, orderNumber, createdAt, amount, currency } = transaction;
  const movement = ({ id, amount, at }: Transaction['captures'][number]) => ({
    transactionId: id,
    amount,
    at,
  });
  return {
    paymentId: id,
    owner: `${merchantId} ${new URL(redirectUrl).origin}`,
    reference: orderNumber,
    createdAt,
    amount,
    currency,
    charges: transaction.captures.map(movement),
    refunds: transaction.credits.map(movement),
    fault: peekFault(context, 'settlement', referencesOf(transaction)),
  };
}
