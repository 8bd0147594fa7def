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
  /** What was told last did not match, and nobody has sorted it out. */
  hasProblem: boolean;
  /** Of what did not match: what an employee has said was given back at the provider, which cannot tell. */
  settledMinor: number;
}

export type Mismatch = 'amount' | 'currency' | 'reference';

export type Verdict =
  | { kind: 'nothing' }
  | { kind: 'move'; event: AttemptEvent; to: AttemptStatus }
  /** Money is held or taken, but not what was promised: never «paid», always a case for the owner. */
  | { kind: 'mismatch'; what: Mismatch }
  /** What did not match before is gone, or right after all; the attempt stays where it is. */
  | { kind: 'cleared' };

const nothing: Verdict = { kind: 'nothing' };

/**
 * What a provider's evidence means for an attempt: pure, total, and the same whichever of return, webhook and timer asked.
 * Evidence that is unclear, or that tells what we know already, means nothing.
 */
export function judgeEvidence(attempt: Promised, evidence: Evidence): Verdict {
  if (hasGoneBack(attempt, evidence)) {
    if (isActive(attempt.status)) return { kind: 'move', event: 'refused', to: 'failed' };
    return attempt.hasProblem ? { kind: 'cleared' } : nothing;
  }
  const what = mismatch(attempt, evidence);
  if (what) return isSettled(attempt, evidence) ? nothing : { kind: 'mismatch', what };
  const verdict = judgeMatching(attempt, evidence);
  return verdict === nothing && attempt.hasProblem && isRight(attempt, evidence)
    ? { kind: 'cleared' }
    : verdict;
}

/**
 * Taken, and all of it given back, before any of it came into the books: whatever it was, it is over. The same of what an
 * employee has said so.
 */
function hasGoneBack({ capturedMinor, settledMinor }: Promised, evidence: Evidence): boolean {
  const back = Math.max(evidence.refundedMinor, settledMinor);
  return capturedMinor === 0 && evidence.capturedMinor > 0 && back >= evidence.capturedMinor;
}

/** Told once more as held, of what an employee has said was let go of. */
function isSettled({ settledMinor }: Promised, { authorizedMinor, capturedMinor }: Evidence): boolean {
  return capturedMinor === 0 && authorizedMinor <= settledMinor;
}

function judgeMatching(attempt: Promised, evidence: Evidence): Verdict {
  const { status } = attempt;
  if (
    evidence.refundedMinor > attempt.refundedMinor &&
    (status === 'captured' || status === 'partially_refunded')
  ) {
    return {
      kind: 'move',
      event: 'refunded',
      to: evidence.refundedMinor >= attempt.amountMinor ? 'refunded' : 'partially_refunded',
    };
  }
  if (evidence.capturedMinor > 0) return judgeCaptured(attempt, evidence);
  if (!isActive(status)) return nothing;
  // Of money that is held already, or that did not match, a visit that came to nothing tells nothing.
  if (evidence.ofVisit && (status === 'authorized' || attempt.hasProblem)) return nothing;
  switch (evidence.state) {
    case 'authorized':
      return status === 'authorized' || evidence.authorizedMinor !== attempt.amountMinor
        ? nothing
        : { kind: 'move', event: 'authorized', to: 'authorized' };
    case 'cancelled':
      return status === 'authorized'
        ? { kind: 'move', event: 'released', to: 'voided' }
        : { kind: 'move', event: 'cancelled', to: 'cancelled' };
    case 'failed':
      return { kind: 'move', event: 'refused', to: 'failed' };
    case 'expired':
      return status === 'created' ? nothing : { kind: 'move', event: 'expired', to: 'expired' };
    default:
      return nothing;
  }
}

function judgeCaptured(attempt: Promised, evidence: Evidence): Verdict {
  if (attempt.capturedMinor > 0 || evidence.capturedMinor < attempt.amountMinor) return nothing;
  return isActive(attempt.status)
    ? { kind: 'move', event: 'captured', to: 'captured' }
    : { kind: 'move', event: 'late_money', to: 'captured' };
}

/** Whether the provider now says what our books have, of an attempt that had another answer before. */
function isRight({ status, amountMinor, capturedMinor }: Promised, evidence: Evidence): boolean {
  if (capturedMinor > 0) return evidence.capturedMinor === amountMinor;
  if (status === 'authorized') return evidence.state === 'authorized';
  const isOver = ['cancelled', 'failed', 'expired', 'refunded'].includes(evidence.state);
  return (
    !isActive(status) && isOver && !evidence.ofVisit && evidence.authorizedMinor + evidence.capturedMinor <= 0
  );
}

function mismatch(attempt: Promised, evidence: Evidence): Mismatch | undefined {
  if (evidence.capturedMinor <= 0 && evidence.authorizedMinor <= 0) return undefined;
  if (evidence.currency !== attempt.currency) return 'currency';
  if (evidence.reference !== attempt.reference) return 'reference';
  const wrongSum =
    evidence.amountMinor !== attempt.amountMinor ||
    evidence.capturedMinor > attempt.amountMinor ||
    evidence.authorizedMinor > attempt.amountMinor;
  return wrongSum || isPart(attempt, evidence) ? 'amount' : undefined;
}

/**
 * A part of the sum, of which nothing is in the books: Kvitt takes all or nothing, so somebody else has taken it, let go of some,
 * or given some back. What little is held for a closed attempt is let go of, and needs nobody.
 */
function isPart(attempt: Promised, evidence: Evidence): boolean {
  if (attempt.capturedMinor > 0) return false;
  const { capturedMinor, refundedMinor, authorizedMinor, state } = evidence;
  if (capturedMinor > 0) return capturedMinor < attempt.amountMinor || refundedMinor > 0;
  return state === 'authorized' && isActive(attempt.status) && authorizedMinor < attempt.amountMinor;
}
