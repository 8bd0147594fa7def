import type { Payment, PaymentSummary } from './reply-types.ts';

export const PAYMENT_STATUSES = [
  'CANCELLED',
  'REFUNDED',
  'PENDING_REFUND',
  'PARTIALLY_REFUNDED',
  'CHARGED',
  'PARTIALLY_CHARGED',
  'RESERVED',
  'TERMINATED',
  'NEW',
] as const;

export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** What a status is derived from. */
export type StatusSource = Partial<Pick<Payment, 'summary' | 'refunds' | 'terminated'>>;

/**
 * The status of a payment, in the provider's own words and order: the first rule that holds wins.
 * It answers every input. It says nothing about whether the amount, currency and reference are yours: compare them.
 *
 * Taken over as it is: a payment charged without a reservation and then fully refunded is PARTIALLY_REFUNDED,
 * because refunds are measured against the reservation. Compare `readSummary` amounts where that matters.
 */
export function deriveStatus(payment: StatusSource): PaymentStatus {
  const {
    reservedAmount: reserved,
    chargedAmount: charged,
    refundedAmount: refunded,
    cancelledAmount: cancelled,
  } = readSummary(payment);
  if (cancelled > 0 && cancelled === reserved) return 'CANCELLED';
  if (refunded > 0 && refunded === reserved) return 'REFUNDED';
  if (payment.refunds?.some((refund) => refund.state === 'Pending')) return 'PENDING_REFUND';
  if (refunded > 0) return 'PARTIALLY_REFUNDED';
  if (charged > 0 && (charged === reserved || reserved === 0)) return 'CHARGED';
  if (charged > 0) return 'PARTIALLY_CHARGED';
  if (reserved > 0) return 'RESERVED';
  if (payment.terminated) return 'TERMINATED';
  return 'NEW';
}

/** The summary with its absent members as 0, in minor units. */
export function readSummary(payment: Pick<StatusSource, 'summary'>): Required<PaymentSummary> {
  const summary = payment.summary ?? {};
  return {
    reservedAmount: summary.reservedAmount ?? 0,
    chargedAmount: summary.chargedAmount ?? 0,
    refundedAmount: summary.refundedAmount ?? 0,
    cancelledAmount: summary.cancelledAmount ?? 0,
    reservedSurchargeAmount: summary.reservedSurchargeAmount ?? 0,
    chargedSurchargeAmount: summary.chargedSurchargeAmount ?? 0,
    refundedSurchargeAmount: summary.refundedSurchargeAmount ?? 0,
    cancelledSurchargeAmount: summary.cancelledSurchargeAmount ?? 0,
  };
}
