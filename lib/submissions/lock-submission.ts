import { notFound } from '@/lib/core/errors.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';

/**
 * Takes the submission's row lock and reads it. Every change of a case begins here, so that changes of one case happen
 * one after the other and locks are always taken in the same order: submission, then its orders and attempts.
 * @throws KvittError `not_found`.
 */
export async function lockSubmission(tx: Transaction, submissionId: string): Promise<Submission> {
  await tx.$queryRaw`select 1 from submission where id = ${submissionId}::uuid for update`;
  const submission = await tx.submission.findUnique({ where: { id: submissionId } });
  if (!submission) throw notFound('Submission');
  return submission;
}
