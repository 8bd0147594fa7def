import type { Payment } from './reply-types.ts';

export const PAYMENT_STATUSES = [
  'CREATED',
  'AUTHORIZED',
  'PARTIALLY_CAPTURED',
  'CAPTURED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'CANCELLED',
  'ABORTED',
  'EXPIRED',
  'TERMINATED',
  'UNKNOWN',
] as const;

export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** What a status is derived from: a payment, or the reply of capture, cancel and refund. */
export type StatusSource = Pick<Payment, 'state' | 'aggregate'>;

/**
 * The status of a payment. The provider's `state` stays AUTHORIZED after capture, cancel and refund, so the sums decide:
 * captured money is told as such whatever the state says. A state this client does not know is UNKNOWN: still open,
 * never final. It says nothing about whether amount, currency and reference are yours: compare them.
 *
 * - PARTIALLY_CAPTURED: less than what was authorised, also when the rest has been released.
 * - CANCELLED: authorised, and all of it released without a capture.
 */
export function deriveStatus({ state, aggregate }: StatusSource): PaymentStatus {
  const { authorized, captured, refunded, cancelled } = readSums({ aggregate });
  if (captured > 0) {
    if (refunded >= captured) return 'REFUNDED';
    if (refunded > 0) return 'PARTIALLY_REFUNDED';
    return captured >= authorized ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
  }
  if (state === 'AUTHORIZED') return authorized > 0 && cancelled >= authorized ? 'CANCELLED' : 'AUTHORIZED';
  return WITHOUT_MONEY.find((known) => known === state) ?? 'UNKNOWN';
}

/** The sums in minor units; `capturable` is what is authorised and neither captured nor cancelled. */
export function readSums({ aggregate }: Pick<StatusSource, 'aggregate'>) {
  const authorized = aggregate.authorizedAmount.value;
  const captured = aggregate.capturedAmount.value;
  const refunded = aggregate.refundedAmount.value;
  const cancelled = aggregate.cancelledAmount.value;
  return {
    authorized,
    captured,
    refunded,
    cancelled,
    capturable: Math.max(0, authorized - captured - cancelled),
    refundable: Math.max(0, captured - refunded),
  };
}

const WITHOUT_MONEY = ['CREATED', 'ABORTED', 'EXPIRED', 'TERMINATED'] as const;
