import type { Settled } from '../settlements/lines.ts';
import { peekFault, referencesOf } from './faults.ts';
import type { EventName, PaymentRecord } from './model.ts';
import type { Vipps } from './vipps.ts';

/** A payment as the settlement reports have it; those who share a sales unit have each their own address to come back to. */
export function settledOf({ context }: Vipps, payment: PaymentRecord): Settled {
  const { msn, reference, createdAt, request } = payment;
  return {
    paymentId: reference,
    owner: `${msn} ${originOf(request.returnUrl)}`,
    reference,
    createdAt,
    amount: request.amount.value,
    currency: request.amount.currency,
    charges: movements(payment, 'CAPTURED'),
    refunds: movements(payment, 'REFUNDED'),
    fault: peekFault(context, 'settlement', referencesOf(payment)),
  };
}

function movements({ events }: PaymentRecord, wanted: EventName) {
  return events
    .filter(({ name, success }) => name === wanted && success)
    .map(({ pspReference, amount, timestamp }) => ({
      transactionId: pspReference,
      amount: amount.value,
      at: timestamp,
    }));
}

function originOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : '';
}
