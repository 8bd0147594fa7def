import { crashPoint } from '@/lib/core/crash-point.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type Attempt, readAttempt } from '@/lib/payments/attempt.ts';
import type { Evidence } from '@/lib/payments/provider.ts';
import { recordNothing } from '@/lib/payments/record-evidence.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { applyEvidence } from './apply-evidence.ts';
import { lookAgain } from './look-again.ts';
import { setApart } from './set-apart.ts';
import { checkUnopened } from './unopened-payment.ts';

/**
 * Puts what is known of a payment into the books: compared and set under the submission's lock (rule 10), or nothing but the
 * time of the look when it says what stood there.
 * @param wasTold by an authentic message of a provider that cannot be asked
 */
export async function takeEvidence(
  app: App,
  { attempt, submissionId }: { attempt: Attempt; submissionId: string },
  evidence: Evidence,
  wasTold: boolean,
): Promise<Attempt> {
  crashPoint('after-fetch');
  const unmoved = await recordNothing(app.db, attempt, evidence, app.clock.now());
  if (unmoved) {
    if (wasTold) await lookAgain(app.db, app, attempt.id);
    return checkUnopened(app, unmoved, submissionId);
  }
  return inTransaction(app.db, 'evidence', async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    const applied = await applyEvidence(tx, app, submission, await readAttempt(tx, attempt.id), evidence);
    if (wasTold) await lookAgain(tx, app, attempt.id);
    return applied;
  }).catch((failure: unknown) => setApart(app, { attempt, submissionId }, evidence, failure));
}
