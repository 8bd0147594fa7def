import { KvittError } from '@/lib/core/errors.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Attempt } from './attempt.ts';
import { type AttemptEvent, type AttemptStatus, attemptMachine, isActive } from './attempt-machine.ts';

export interface AttemptChange {
  event: AttemptEvent;
  to: AttemptStatus;
  at: Date;
  set?: { formFields?: Record<string, string> } & Partial<
    Pick<
      Attempt,
      | 'providerPaymentId'
      | 'redirectUrl'
      | 'authorizedMinor'
      | 'capturedMinor'
      | 'refundedMinor'
      | 'method'
      | 'cardType'
      | 'maskedCard'
      | 'failure'
      | 'paidAt'
      | 'nextCheckAt'
      | 'unknownSince'
      | 'stuckSince'
      | 'problem'
      | 'mismatchMinor'
    >
  >;
}

/**
 * The one door for an attempt's status: refuses what the machine does not draw and changes by compare-and-set.
 * The caller holds the submission's lock and writes the event.
 * @returns the attempt as it is now: under that lock nobody else moves it.
 * @throws KvittError `conflict` when the attempt was no longer in the status that it was read with.
 */
export async function changeAttempt(
  tx: Transaction,
  attempt: Attempt,
  change: AttemptChange,
): Promise<Attempt> {
  if (!attemptMachine.can(attempt.status, change.event, change.to)) {
    throw new Error(`Not drawn: attempt ${attempt.status} --${change.event}--> ${change.to}`);
  }
  const closes = isActive(attempt.status) && !isActive(change.to) && change.to !== 'captured';
  const data = {
    status: change.to,
    updatedAt: change.at,
    ...(closes && { closedAt: change.at }),
    ...change.set,
  };
  const changed = await tx.paymentAttempt.updateMany({
    where: { id: attempt.id, status: attempt.status, refundedMinor: attempt.refundedMinor },
    data,
  });
  if (changed.count !== 1) throw new KvittError('conflict', 'The payment attempt has moved on');
  return { ...attempt, ...data };
}
