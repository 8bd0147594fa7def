import { inTransaction } from '@/lib/db/transaction.ts';
import { type Attempt, readAttempt } from '@/lib/payments/attempt.ts';
import { callLeaseSeconds } from '@/lib/payments/operations.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { giveUpCreate } from './give-up-create.ts';

/**
 * An attempt whose create is under way, or was lost with the process that made it; also when a message has told which payment it
 * is, for nobody has been given its page.
 */
export async function checkUnopened(app: App, attempt: Attempt, submissionId: string): Promise<Attempt> {
  const ageSeconds = (app.clock.now().getTime() - attempt.createdAt.getTime()) / 1000;
  if (attempt.status !== 'created' || ageSeconds < callLeaseSeconds) return attempt;
  return inTransaction(app.db, async (tx) => {
    await lockSubmission(tx, submissionId);
    const current = await readAttempt(tx, attempt.id);
    return current.status === 'created' ? giveUpCreate(tx, app, current, submissionId) : current;
  });
}
