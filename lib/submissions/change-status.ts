import type { Answers } from '@/lib/core/answers.ts';
import { KvittError } from '@/lib/core/errors.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { appendEvent } from './append-event.ts';
import { type SubmissionEvent, type SubmissionStatus, submissionMachine } from './submission-machine.ts';

export interface StatusChange {
  submissionId: string;
  from: SubmissionStatus;
  event: SubmissionEvent;
  to: SubmissionStatus;
  /** person:<id>, system or provider: never a name or a number. */
  actor: string;
  at: Date;
  data?: Record<string, string | number | boolean>;
  /** Other columns that change with the status. */
  set?: SubmissionColumns;
}

export interface SubmissionColumns {
  submittedAt?: Date | null;
  paidAt?: Date | null;
  completedAt?: Date | null;
  closedAt?: Date | null;
  deadlineAt?: Date | null;
  eraseAt?: Date | null;
  warnAt?: Date | null;
  contentHash?: string | null;
  answers?: Answers;
}

/**
 * The one door for a submission's status: refuses what the machine does not draw, changes it by compare-and-set and
 * writes the event in the same transaction (rule 10).
 * @throws KvittError `conflict` when the submission was no longer in `from`: the caller lost a race.
 */
export async function changeStatus(tx: Transaction, change: StatusChange): Promise<void> {
  if (!submissionMachine.can(change.from, change.event, change.to)) {
    throw new Error(`Not drawn: submission ${change.from} --${change.event}--> ${change.to}`);
  }
  const changed = await tx.submission.updateMany({
    where: { id: change.submissionId, status: change.from },
    data: { status: change.to, updatedAt: change.at, ...change.set },
  });
  if (changed.count !== 1) throw new KvittError('conflict', 'The submission has moved on');
  await appendEvent(tx, {
    submissionId: change.submissionId,
    type: `submission.${change.event}`,
    data: { from: change.from, to: change.to, ...change.data },
    actor: change.actor,
    at: change.at,
  });
}
