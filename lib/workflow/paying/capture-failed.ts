import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { LockedSubmission } from '@/lib/submissions/lock-submission.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';
import { advance } from '../engine/advance.ts';

const waiting = ['awaiting_payment', 'awaiting_signature'] as const;

/**
 * What was held for a signed case could not be taken: back to payment with the signatures kept, and the parties are told,
 * as they may have left believing that it was over. Nothing for a case that has been withdrawn, reopened or has expired while
 * the answer was on its way: it waits for no money.
 */
export async function captureFailed(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  attemptId: string,
): Promise<void> {
  if (!waiting.some((status) => status === submission.status)) return;
  await advance(tx, app, submission, { event: 'capture_failed', actor: 'provider' });
  const after = await tx.submission.findUniqueOrThrow({ where: { id: submission.id } });
  const language = asLanguage(after.language) ?? defaultLanguage;
  await tellParties(tx, app, after, {
    kind: 'capture_failed',
    dedupeKey: `capture-failed:${attemptId}`,
    subject: 'notices.captureFailedSubject',
    body: 'notices.captureFailedBody',
    // An issued claim has a due date, which may have passed, and no deadline.
    values: { date: after.deadlineAt ? formatDate(after.deadlineAt, language) : 'none' },
  });
}
