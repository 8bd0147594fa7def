import { closeAlarm } from '@/lib/audit/open-alarm.ts';
import { recordAct } from '@/lib/audit/record-act.ts';
import { KvittError, notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { cleanLine } from '@/lib/forms/clean-text.ts';
import { type ReasonProblem, reasonProblem } from '@/lib/forms/written-reason.ts';
import { type Attempt, findPayment, type Payment, readAttempt } from '@/lib/payments/attempt.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { changeAttempt } from '@/lib/payments/change-attempt.ts';
import { handledByStaff, operationAlarmKey } from '@/lib/payments/give-up-operation.ts';
import type { Evidence, OpenProvider } from '@/lib/payments/provider.ts';
import { givenBack } from '@/lib/payments/record-evidence.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { type LockedSubmission, lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { mismatchAlarmKey } from './apply-evidence.ts';
import { askProvider, paymentRef } from './ask-provider.ts';
import { captureFailed } from './capture-failed.ts';
import { takeEvidence } from './take-evidence.ts';

export type MismatchSettled =
  | { kind: 'settled' }
  /** There is nothing to settle, or not any more. */
  | { kind: 'moved_on' }
  /** The provider can tell, and says that it has the money, or the reservation, still. */
  | { kind: 'still_there' }
  /** The provider can tell, and did not answer. */
  | { kind: 'no_answer' }
  | { kind: 'invalid'; reason: ReasonProblem };

export const mismatchSettledEvent = 'payment.mismatch_settled';

/**
 * An employee says that money which did not match has been settled at the provider: given back, or let go of. A provider that can
 * be asked is asked first, and must agree; of one that cannot the word is taken. The attempt is closed, and its case can be paid
 * again. Nothing is booked, for none of it ever was.
 * @throws KvittError `forbidden` without the role `finance`; `not_found` for unknown payments and other owners' alike.
 */
export async function settleMismatch(
  app: App,
  staff: StaffActor,
  { attemptId, reason: written }: { attemptId: string; reason: string },
): Promise<MismatchSettled> {
  if (!staff.roles.includes('finance'))
    throw new KvittError('forbidden', 'Only finance says what became of money');
  const payment = isUuid(attemptId) ? await findPayment(app.db, attemptId) : undefined;
  if (payment?.attempt.ownerId !== staff.ownerId) throw notFound('Payment');
  const reason = cleanLine(written);
  const badReason = reasonProblem(reason);
  if (badReason) return { kind: 'invalid', reason: badReason };
  if (!payment.attempt.problem) return { kind: 'moved_on' };
  const since = app.clock.now();
  const asked = await askFirst(app, payment);
  if (asked !== 'agrees' && asked !== 'cannot_tell') return { kind: asked };
  return inTransaction(app.db, async (tx): Promise<MismatchSettled> => {
    const submission = await lockSubmission(tx, payment.submissionId);
    const attempt = await readAttempt(tx, attemptId);
    if (
      !attempt.problem &&
      (asked === 'cannot_tell' || (await isWrittenDown(tx, attempt, submission, since)))
    )
      return { kind: 'moved_on' };
    // One whose provider agrees is closed by its evidence: what is left is to write down who saw to it.
    if (attempt.problem) await close(tx, app, submission, attempt);
    await endOperations(tx, app, attemptId, attempt.problem !== null);
    await writeDown(tx, app, staff, { attempt, submissionId: submission.id, reason });
    return { kind: 'settled' };
  });
}

/** @returns `moved_on` where it is paid as it should be after all. */
async function askFirst(
  app: App,
  { attempt, agreement, submissionId }: Payment,
): Promise<'agrees' | 'cannot_tell' | 'moved_on' | 'still_there' | 'no_answer'> {
  const provider = app.openProvider(agreement);
  const ref = paymentRef(attempt);
  if (!provider.fetch || !ref) return 'cannot_tell';
  const evidence = await askProvider(provider, ref);
  if (!evidence) return 'no_answer';
  const after = await takeEvidence(app, { attempt, submissionId }, evidence, false);
  if (!after.problem) return isActive(after.status) || after.capturedMinor > 0n ? 'moved_on' : 'agrees';
  return wouldShow(provider, evidence) ? 'still_there' : 'cannot_tell';
}

/** Whether the provider, asked, shows that what it has told of went back. */
function wouldShow({ capabilities }: OpenProvider, { capturedMinor }: Evidence): boolean {
  return !capabilities.blindTo?.includes(capturedMinor > 0 ? 'refund' : 'cancel');
}

/** `mismatchMinor` stays: so much is not told of again. */
async function close(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  attempt: Attempt,
): Promise<void> {
  const now = app.clock.now();
  const set = { problem: null, unknownSince: null, nextCheckAt: null };
  if (isActive(attempt.status))
    await changeAttempt(tx, attempt, {
      event: 'refused',
      to: 'failed',
      at: now,
      set: { ...set, stuckSince: null, failure: givenBack },
    });
  else await tx.paymentAttempt.updateMany({ where: { id: attempt.id }, data: set });
  await closeAlarm(tx, mismatchAlarmKey(attempt.id), now);
  // The reservation that a signed case was counting on is gone.
  if (isActive(attempt.status) && submission.status === 'awaiting_signature')
    await captureFailed(tx, app, submission, attempt.id);
}

/** What a call of ours could not take or let go of has gone another way: nobody tries again. What is being sent right now comes to its own end. */
async function endOperations(tx: Transaction, app: App, attemptId: string, isByWord: boolean): Promise<void> {
  const now = app.clock.now();
  // A provider that agrees may hold a rest, which is being let go of.
  const kinds: ('capture' | 'cancel')[] = isByWord ? ['capture', 'cancel'] : ['capture'];
  await tx.paymentOperation.updateMany({
    where: { attemptId, kind: { in: kinds }, status: { in: ['intent', 'unknown'] } },
    data: { status: 'failed', errorCode: handledByStaff, finishedAt: now, nextTryAt: null },
  });
  const over = await tx.paymentOperation.findMany({
    where: { attemptId, kind: { in: ['capture', 'cancel'] }, status: 'failed' },
    select: { id: true },
  });
  for (const { id } of over) await closeAlarm(tx, operationAlarmKey(id), now);
}

/** Whether somebody else has said so while the provider was asked. */
async function isWrittenDown(
  tx: Transaction,
  { id: attemptId }: Attempt,
  { id: submissionId }: LockedSubmission,
  since: Date,
): Promise<boolean> {
  const data = { path: ['attemptId'], equals: attemptId };
  const said = { submissionId, type: mismatchSettledEvent, data, at: { gte: since } };
  return (await tx.submissionEvent.count({ where: said })) > 0;
}

async function writeDown(
  tx: Transaction,
  app: App,
  staff: StaffActor,
  { attempt, submissionId, reason }: { attempt: Attempt; submissionId: string; reason: string },
): Promise<void> {
  await appendEvent(tx, {
    submissionId,
    type: mismatchSettledEvent,
    data: { attemptId: attempt.id, reason, by: staff.name },
    actor: `staff:${staff.staffId}`,
    at: app.clock.now(),
  });
  await recordAct(tx, app, staff, {
    act: 'mismatch_settled',
    subject: 'payment',
    subjectId: attempt.id,
    detail: { problem: attempt.problem ?? 'sorted_out' },
  });
}
