import type { PaymentInfo } from './reply-types.ts';

export type TransactionStatus =
  /** Nothing has come of it yet. */
  | 'REGISTERED'
  | 'AUTHORIZED'
  | 'PARTIALLY_CAPTURED'
  | 'CAPTURED'
  | 'PARTIALLY_CREDITED'
  | 'CREDITED'
  | 'ANNULLED'
  /** Something went wrong, and nothing is held. */
  | 'FAILED';

/** There is no status element; first match wins. An error beside money that is held or taken changes nothing about the money. */
export function deriveTransactionStatus({
  order,
  summary,
  error,
}: Pick<PaymentInfo, 'order' | 'summary' | 'error'>): TransactionStatus {
  const { amountCaptured, amountCredited, annulled, authorized } = summary;
  if (amountCredited > 0) return amountCredited >= amountCaptured ? 'CREDITED' : 'PARTIALLY_CREDITED';
  if (amountCaptured > 0) return amountCaptured >= order.amount ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
  if (annulled) return 'ANNULLED';
  if (authorized) return 'AUTHORIZED';
  return error ? 'FAILED' : 'REGISTERED';
}
