import { assertNever } from '@/lib/core/assert-never.ts';
import type { Ids } from '@/lib/core/ids.ts';
import { minor } from '@/lib/core/money.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { Attempt } from './attempt.ts';
import type { AttemptStatus } from './attempt-machine.ts';
import { isActive } from './attempt-machine.ts';
import { changeAttempt } from './change-attempt.ts';
import { lateCheck, nextCheck } from './check-schedule.ts';
import { judgeEvidence, type Mismatch, type Promised } from './judge-evidence.ts';
import { book, bookReturn } from './ledger.ts';
import type { Evidence } from './provider.ts';

export interface Recorded {
  attempt: Attempt;
  /** The status it moved to, when it moved. */
  moved?: AttemptStatus;
  late?: boolean;
  mismatch?: Mismatch;
  /** What did not match before has sorted itself out. */
  cleared?: boolean;
}

/**
 * Puts a provider's evidence into the books: status, sums, ledger and allocation, once however often it is told.
 * The caller holds the submission's lock and fetched the evidence outside the transaction.
 */
export async function recordEvidence(
  tx: Transaction,
  ids: Ids,
  attempt: Attempt,
  evidence: Evidence,
  now: Date,
): Promise<Recorded> {
  const verdict = judgeEvidence(promised(attempt), evidence);
  switch (verdict.kind) {
    case 'nothing': {
      const data = askedInVain(attempt, evidence, now);
      if (data) await tx.paymentAttempt.updateMany({ where: { id: attempt.id }, data });
      return { attempt: { ...attempt, ...data } };
    }
    case 'mismatch': {
      const data = {
        problem: `mismatch_${verdict.what}`,
        mismatchMinor: BigInt(Math.max(evidence.authorizedMinor, evidence.capturedMinor)),
        unknownSince: attempt.unknownSince ?? now,
        // Also of a closed one: the owner sorts it out at the provider, and that is to be seen.
        nextCheckAt: nextCheck(now, attempt.createdAt),
      };
      await tx.paymentAttempt.updateMany({ where: { id: attempt.id }, data });
      return { attempt: { ...attempt, ...data }, mismatch: verdict.what };
    }
    case 'cleared': {
      const data = { ...sortedOut, nextCheckAt: checkAgain(attempt, evidence, now) };
      await tx.paymentAttempt.updateMany({ where: { id: attempt.id }, data });
      return { attempt: { ...attempt, ...data }, cleared: true };
    }
    case 'move': {
      const asksOn = verdict.to === 'authorized' || (await isRefundUnseen(tx, attempt.id, evidence));
      const moved = await changeAttempt(tx, attempt, {
        event: verdict.event,
        to: verdict.to,
        at: now,
        set: {
          ...(verdict.to !== 'failed' && sums(evidence, verdict.to)),
          ...sortedOut,
          stuckSince: null,
          nextCheckAt: asksOn
            ? nextCheck(now, attempt.createdAt)
            : lateCheckOf(verdict.to, evidence, now, now),
          method: evidence.method ?? attempt.method,
          cardType: evidence.cardType ?? attempt.cardType,
          maskedCard: evidence.maskedCard ?? attempt.maskedCard,
          ...(verdict.to === 'captured' && { paidAt: attempt.paidAt ?? now, failure: null }),
          // Taken, and given back before it was booked.
          ...(verdict.to === 'failed' && evidence.capturedMinor > 0 && { failure: givenBack }),
        },
      });
      await bookMovement(tx, ids, attempt, moved, now);
      return { attempt: moved, moved: verdict.to, late: verdict.event === 'late_money' };
    }
    default:
      return assertNever(verdict);
  }
}

/** `failure` of an attempt whose money was given back at the provider without ever having been booked. */
export const givenBack = 'given_back';

const sortedOut = { problem: null, mismatchMinor: 0n, unknownSince: null };

/**
 * Puts evidence that moves nothing into the books: only when to ask again changes. Needs no lock, for it writes only while the
 * attempt still is what the evidence was held against.
 * @returns the attempt; undefined when the evidence moves something, or the attempt has moved: `recordEvidence` is for that.
 */
export async function recordNothing(
  reader: Reader,
  attempt: Attempt,
  evidence: Evidence,
  now: Date,
): Promise<Attempt | undefined> {
  if (judgeEvidence(promised(attempt), evidence).kind !== 'nothing' || isHeldByClosed(attempt, evidence))
    return;
  if ((evidence.chargedBackMinor ?? 0) > minor(attempt.chargedBackMinor)) return;
  if (evidence.failedRefunds?.length && refundIsAwaited(attempt)) return;
  const data = askedInVain(attempt, evidence, now);
  if (!data) return attempt;
  const { id, status, capturedMinor, refundedMinor } = attempt;
  const changed = await reader.paymentAttempt.updateMany({
    where: { id, status, capturedMinor, refundedMinor },
    data,
  });
  return changed.count === 1 ? { ...attempt, ...data } : undefined;
}

/** A closed attempt that the provider holds money for all the same: all of it, or what is left of it when what was taken went back. */
export function isHeldByClosed(attempt: Attempt, evidence: Evidence): boolean {
  const { state, authorizedMinor, capturedMinor, refundedMinor } = evidence;
  const held =
    capturedMinor === 0
      ? state === 'authorized'
      : refundedMinor >= capturedMinor && authorizedMinor > capturedMinor;
  return held && !isActive(attempt.status) && attempt.capturedMinor === 0n;
}

/** What evidence that moves nothing changes; undefined when that is nothing, as with a payment that is over. */
function askedInVain(
  attempt: Attempt,
  evidence: Evidence,
  now: Date,
): Pick<Attempt, 'nextCheckAt' | 'unknownSince'> | undefined {
  const nextCheckAt = checkAgain(attempt, evidence, now);
  const unknownSince = evidence.state === 'unknown' ? (attempt.unknownSince ?? now) : null;
  const asBefore = nextCheckAt === attempt.nextCheckAt && unknownSince === attempt.unknownSince;
  return asBefore ? undefined : { nextCheckAt, unknownSince };
}

function checkAgain(attempt: Attempt, evidence: Evidence, now: Date): Date | null {
  return isActive(attempt.status) || refundIsAwaited(attempt)
    ? nextCheck(now, attempt.createdAt)
    : lateCheckOf(attempt.status, evidence, attempt.closedAt ?? now, now);
}

/** Of a closed attempt that may be paid all the same. */
function lateCheckOf(
  status: AttemptStatus,
  { stillPayable }: Evidence,
  closedAt: Date,
  now: Date,
): Date | null {
  return stillPayable && !isActive(status) ? lateCheck(now, closedAt) : null;
}

/** A refund was accepted and is not to be seen yet: somebody set the clock on a closed attempt, and it runs until the refund shows. */
function refundIsAwaited(attempt: Attempt): boolean {
  return attempt.nextCheckAt !== null && attempt.capturedMinor > attempt.refundedMinor;
}

/** A part went back, and another was accepted since the provider was looked at: it is asked until that one shows too. */
async function isRefundUnseen(tx: Transaction, attemptId: string, evidence: Evidence): Promise<boolean> {
  if (evidence.refundedMinor === 0 || evidence.refundedMinor >= evidence.capturedMinor) return false;
  const { _sum } = await tx.paymentOperation.aggregate({
    where: { attemptId, kind: 'refund', status: 'done' },
    _sum: { amountMinor: true },
  });
  return minor(_sum.amountMinor ?? 0n) > evidence.refundedMinor;
}

function sums(evidence: Evidence, to: AttemptStatus) {
  return {
    authorizedMinor: BigInt(to === 'voided' ? 0 : Math.max(0, evidence.authorizedMinor)),
    capturedMinor: BigInt(evidence.capturedMinor),
    refundedMinor: BigInt(evidence.refundedMinor),
  };
}

/** Ledger entries for what moved since the attempt was read: captures come in to `held`, refunds go out of where the money is. */
async function bookMovement(
  tx: Transaction,
  ids: Ids,
  before: Attempt,
  after: Attempt,
  now: Date,
): Promise<void> {
  const captured = minor(after.capturedMinor - before.capturedMinor);
  if (captured > 0)
    await book(tx, ids, after, 'captured', { to: 'provider', from: 'held', amountMinor: captured }, now);
  const refunded = minor(after.refundedMinor - before.refundedMinor);
  if (refunded > 0) await bookReturn(tx, ids, after, 'refunded', refunded, now);
}

export function promised(attempt: Attempt): Promised {
  return {
    status: attempt.status,
    amountMinor: minor(attempt.amountMinor),
    currency: attempt.currency,
    reference: attempt.reference,
    capturedMinor: minor(attempt.capturedMinor),
    refundedMinor: minor(attempt.refundedMinor),
    hasProblem: attempt.problem !== null,
    settledMinor: attempt.problem === null ? minor(attempt.mismatchMinor) : 0,
  };
}
