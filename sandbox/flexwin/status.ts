import type { Dibs } from '../dibs/dibs.ts';
import { type PaymentRecord, sumsOf } from '../dibs/model.ts';

/** The published number of how a transaction stands. */
export function statusOf(payment: PaymentRecord): number {
  const { captured, pendingCapture, refunded } = sumsOf(payment);
  if (!payment.transaction) return 1;
  if (payment.told === 'PENDING') return 0;
  if (payment.cancelledAt) return 6;
  if (refunded > 0) return refunded < captured ? 8 : 11;
  if (captured > 0) return 5;
  if (pendingCapture > 0) return 12;
  return payment.captureDeclined ? 4 : 2;
}

/** The shorter numbers of transinfo.cgi: 0 declined, 1 ready to be captured, 2 captured, 3 without the acquirer's answer. */
export function shortStatusOf(payment: PaymentRecord): number {
  const status = statusOf(payment);
  if (status === 0) return 3;
  if (status === 1 || status === 6) return 0;
  return status === 2 || status === 4 ? 1 : 2;
}

/** A merchant's payment by the number of its transaction, accepted or declined. */
export function findTransaction(dibs: Dibs, merchantId: string, transact: string): PaymentRecord | undefined {
  return dibs.payments
    .values()
    .find((one) => one.merchantId === merchantId && numberOf(one) === transact && transact !== '');
}

export function numberOf({ transaction, declinedAs }: PaymentRecord): string | undefined {
  return transaction?.id ?? declinedAs;
}
