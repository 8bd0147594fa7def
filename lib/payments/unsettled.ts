import { addSeconds } from '@/lib/core/clock.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import type { Attempt } from './attempt.ts';
import { isOnItsWay } from './refunds.ts';

/** What a person may say of an operation after having looked at the provider's. */
export type Outcome = 'carried_out' | 'not_carried_out';

/** `errorCode` of an operation that a person has said was not carried out. */
export const notCarriedOut = 'not_carried_out' satisfies Outcome;

/** Longer than a provider's books are behind its own word: from then on a refund that it accepted has most likely come to nothing. */
const acceptedSeconds = 24 * 3600;

type Operation = Pick<
  PaymentOperation,
  'kind' | 'status' | 'nextTryAt' | 'finishedAt' | 'amountMinor' | 'refundedBeforeMinor'
>;

/**
 * What a person may say of an operation that nobody learns more about by itself; nothing where Kvitt finds out. Of a call without
 * an answer whose provider cannot be asked: either. Of a refund that was accepted and never seen: that it came to nothing, for
 * what has happened its provider itself tells.
 */
export function openOutcomes(
  operation: Operation,
  attempt: Pick<Attempt, 'refundedMinor'>,
  now: Date,
): readonly Outcome[] {
  const { kind, status, nextTryAt, finishedAt } = operation;
  if (kind !== 'create' && status === 'unknown' && nextTryAt === null)
    return ['carried_out', 'not_carried_out'];
  const accepted = status === 'done' && isOnItsWay(operation, attempt) && finishedAt !== null;
  return accepted && addSeconds(finishedAt, acceptedSeconds) <= now ? ['not_carried_out'] : [];
}
