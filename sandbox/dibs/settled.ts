import type { Settled } from '../settlements/lines.ts';
import type { Dibs } from './dibs.ts';
import { referencesOf } from './faults.ts';
import { fieldOf, type Movement, type PaymentRecord } from './model.ts';
import { lettersOf } from './texts.ts';

/** A paid window as the settlement reports have it; those who share a merchant have each their own address for callbacks. */
export function settledOf({ context, wire }: Dibs, payment: PaymentRecord): Settled {
  const { merchantId, orderId, amount, currency, createdAt, captures, refunds, transaction } = payment;
  const paymentId = transaction?.id ?? payment.id;
  const done = (kind: string, movements: Movement[]) =>
    movements
      .filter(({ pending }) => !pending)
      .map((one, index) => ({
        transactionId: `${paymentId}-${kind}${index + 1}`,
        amount: one.amount,
        at: one.at,
      }));
  return {
    paymentId,
    owner: `${merchantId} ${fieldOf(payment, 'callbackUrl').split('?')[0]}`,
    reference: orderId,
    createdAt,
    amount,
    currency: lettersOf(currency),
    charges: done('C', captures),
    refunds: done('R', refunds),
    fault: referencesOf(payment)
      .map((reference) => context.faults.peek(wire.partyId, 'settlement', reference))
      .find((fault) => fault !== undefined),
  };
}
