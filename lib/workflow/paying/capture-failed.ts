import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { LockedSubmission } from '@/lib/submissions/lock-submission.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';
import { advance } from '../engine/advance.ts';

/**
 * What was held for a signed case could not be taken: back to payment with the signatures kept, and the parties are told,
 * as they may have left believing that it was over.
 */
export async function captureFailed(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  attemptId: string,
): Promise<void> {
  await advance(tx, app, submission, { event: 'capture_failed', actor: 'provider' });
  const after = await tx.submission.findUniqueOrThrow({ where: { id: submission.id } });
  const language = asLanguage(after.language) ?? defaultLanguage;
  await tellParties(tx, app, after, {
    kind: 'capture_failed',
    dedupeKey: `capture-failed:${attemptId}`,
    subject: 'notices.captureFailedSubject',
    body: 'notices.captureFailedBody',
    values: { date: after.deadlineAt ? formatDate(after.deadlineAt, language) : '–' },
  });
}
