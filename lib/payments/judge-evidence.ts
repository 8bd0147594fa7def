import { type AttemptEvent, type AttemptStatus, isActive } from './attempt-machine.ts';
import type { Evidence } from './provider.ts';

/** What an attempt promised: the frozen order's sum, its currency and our reference. */
export interface Promised {
  status: AttemptStatus;
  amountMinor: number;
  currency: string;
  reference: string;
  capturedMinor: number;
  refundedMinor: number;
}

export type Mismatch = 'amount' | 'currency' | 'reference';

export type Verdict =
  | { kind: 'nothing' }
  | { kind: 'move'; event: AttemptEvent; to: AttemptStatus }
  /** Money is held or taken, but not what was promised: never «paid», always a case for the owner. */
  | { kind: 'mismatch'; what: Mismatch };

const nothing: Verdict = { kind: 'nothing' };

/**
 * What a provider's evidence means for an attempt: pure, total, and the same whichever of return, webhook and timer asked.
 * Evidence that is unclear, or that tells what we know already, means nothing.
 */
export function judgeEvidence(attempt: Promised, evidence: Evidence): Verdict {
  const moneyIn = evidence.capturedMinor > 0;
  const moneyHeld = evidence.authorizedMinor > 0;
  if (moneyIn || moneyHeld) {
    const what = mismatch(attempt, evidence);
    if (what) return { kind: 'mismatch', what };
  }
  if (
    evidence.refundedMinor > attempt.refundedMinor &&
    (attempt.status === 'captured' || attempt.status === 'partially_refunded')
  ) {
    return {
      kind: 'move',
      event: 'refunded',
      to: evidence.refundedMinor >= attempt.amountMinor ? 'refunded' : 'partially_refunded',
    };
  }
  if (moneyIn) return judgeCaptured(attempt, evidence);
  if (!isActive(attempt.status)) return nothing;
  if (evidence.ofVisit && attempt.status === 'authorized') return nothing;
  switch (evidence.state) {
    case 'authorized':
      return attempt.status === 'authorized' || evidence.authorizedMinor !== attempt.amountMinor
        ? nothing
        : { kind: 'move', event: 'authorized', to: 'authorized' };
    case 'cancelled':
      return attempt.status === 'authorized'
        ? { kind: 'move', event: 'released', to: 'voided' }
        : { kind: 'move', event: 'cancelled', to: 'cancelled' };
    case 'failed':
      return { kind: 'move', event: 'refused', to: 'failed' };
    case 'expired':
      return attempt.status === 'created' ? nothing : { kind: 'move', event: 'expired', to: 'expired' };
    default:
      return nothing;
  }
}

function judgeCaptured(attempt: Promised, evidence: Evidence): Verdict {
  // A part of the sum is neither paid nor wrong yet: the rest may come, and the timer asks again.
  if (evidence.capturedMinor < attempt.amountMinor) return nothing;
  if (attempt.capturedMinor === 0 && evidence.refundedMinor > 0) return judgeGivenBack(attempt, evidence);
  if (isActive(attempt.status)) return { kind: 'move', event: 'captured', to: 'captured' };
  return attempt.capturedMinor === 0 ? { kind: 'move', event: 'late_money', to: 'captured' } : nothing;
}

/** Taken and given back before we ever heard of it: all of it is an attempt that failed, a part of it is another amount. */
function judgeGivenBack(attempt: Promised, evidence: Evidence): Verdict {
  if (evidence.refundedMinor < evidence.capturedMinor) return { kind: 'mismatch', what: 'amount' };
  return isActive(attempt.status) ? { kind: 'move', event: 'refused', to: 'failed' } : nothing;
}

function mismatch(attempt: Promised, evidence: Evidence): Mismatch | undefined {
  if (evidence.currency !== attempt.currency) return 'currency';
  if (evidence.reference !== attempt.reference) return 'reference';
  const wrongSum =
    evidence.amountMinor !== attempt.amountMinor ||
    evidence.capturedMinor > attempt.amountMinor ||
    evidence.authorizedMinor > attempt.amountMinor;
  return wrongSum ? 'amount' : undefined;
}
