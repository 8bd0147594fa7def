import { notFound } from '@/lib/core/errors.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { columnsOf } from '@/lib/db/columns-of.ts';
import { Prisma, type Submission } from '@/lib/db/generated/client.ts';

/** A submission without what people wrote, which may lie sealed and which few changes of a case need to read. */
export type LockedSubmission = Omit<Submission, 'answers' | 'fetched'>;

const { answers: _, fetched: __, ...fields } = Prisma.SubmissionScalarFieldEnum;
const columns = columnsOf(fields, 's');

/**
 * Takes the submission's row lock and reads it, in one statement: a row that had to be waited for is read as it is then.
 * Every change of a case begins here, so that changes of one case happen one after the other and locks are always taken in
 * the same order: submission, then its orders and attempts. What else must be known is read after it, never in the same
 * statement: that would see the other tables as they were before the wait.
 * @throws KvittError `not_found`.
 */
export async function lockSubmission(tx: Transaction, submissionId: string): Promise<LockedSubmission> {
  const [submission] = await tx.$queryRaw<LockedSubmission[]>`
    select ${columns} from submission s where s.id = ${submissionId}::uuid for update`;
  if (!submission) throw notFound('Submission');
  return submission;
}

/** The same, with what people wrote. @throws KvittError `not_found`. */
export async function lockWithAnswers(tx: Transaction, submissionId: string): Promise<Submission> {
  const locked = await lockSubmission(tx, submissionId);
  const { answers, fetched } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { answers: true, fetched: true },
  });
  return { ...locked, answers, fetched };
}
