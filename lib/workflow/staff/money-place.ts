import type { AttemptStatus } from '@/lib/payments/attempt-machine.ts';

/** What is known of one payment's money; minor units. */
export interface MoneyFacts {
  status: AttemptStatus;
  amountMinor: number;
  authorizedMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  /** Taken back by the payer's bank. */
  chargedBackMinor: number;
  /** The provider's answer cannot be right. */
  problem: boolean;
  /** No clear answer from the provider. */
  unknown: boolean;
  /** Of the ledger: taken for a case that is not delivered. */
  heldMinor: number;
  /** Planned or sent refunds and cancellations that are not finished. */
  returningMinor: number;
  /** Of an operation that nobody knows the outcome of before a person has looked; 0 when there is none. */
  unsettledMinor: number;
  /** A refund or cancellation was refused. */
  returnFailed: boolean;
}

/** Where the money of a payment is; each place has its words for why and what now. */
export type MoneyPlace =
  | 'mismatch'
  | 'unknown'
  | 'unsettled'
  | 'return_failed'
  | 'going_back'
  | 'charged_back'
  | 'returned'
  | 'partly_returned'
  | 'delivered'
  | 'held'
  | 'reserved'
  | 'released'
  | 'not_yet'
  | 'never';

/** Pure: the first of these that is true, the ones that need a person first. */
export function moneyPlace(facts: MoneyFacts): { place: MoneyPlace; amountMinor: number } {
  const left = Math.max(0, facts.capturedMinor - facts.refundedMinor - facts.chargedBackMinor);
  const at = (place: MoneyPlace, amountMinor: number) => ({ place, amountMinor });
  if (facts.problem) return at('mismatch', facts.amountMinor);
  if (facts.unsettledMinor > 0) return at('unsettled', facts.unsettledMinor);
  if (facts.unknown) return at('unknown', facts.amountMinor);
  if (facts.returnFailed && (left > 0 || facts.status === 'authorized'))
    return at('return_failed', left || facts.authorizedMinor);
  if (facts.returningMinor > 0 && facts.status !== 'refunded') return at('going_back', facts.returningMinor);
  if (facts.chargedBackMinor > 0) return at('charged_back', facts.chargedBackMinor);
  if (facts.capturedMinor > 0 && left === 0) return at('returned', facts.refundedMinor);
  if (facts.refundedMinor > 0) return at('partly_returned', left);
  if (left > 0) return facts.heldMinor > 0 ? at('held', left) : at('delivered', left);
  if (facts.status === 'authorized') return at('reserved', facts.authorizedMinor || facts.amountMinor);
  if (facts.status === 'voided') return at('released', facts.amountMinor);
  return facts.status === 'created' || facts.status === 'pending'
    ? at('not_yet', facts.amountMinor)
    : at('never', facts.amountMinor);
}
