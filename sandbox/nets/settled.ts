import type { Settled } from '../settlements/lines.ts';
import { peekFault, referencesOf } from './faults.ts';
import type { PaymentRecord } from './model.ts';
import type { Nets } from './nets.ts';

/** A payment as the settlement reports have it; those who share a merchant have each their own address for webhooks. */
export function settledOf({ context }: Nets, payment: PaymentRecord): Settled {
  const { paymentId, merchantNumber, webHooks, order, createdAt, charges, refunds } = payment;
  return {
    paymentId,
    owner: `${merchantNumber} ${webHooks[0]?.url ?? ''}`,
    reference: order.reference ?? '',
    createdAt,
    amount: order.amount,
    currency: order.currency,
    charges: charges.map(({ chargeId, amount, createdAt }) => ({
      transactionId: chargeId,
      amount,
      at: createdAt,
    })),
    refunds: refunds
      .filter(({ state }) => state === 'Completed')
      .map(({ refundId, amount, lastUpdated }) => ({ transactionId: refundId, amount, at: lastUpdated })),
    fault: peekFault(context, 'settlement', referencesOf(payment)),
  };
}
