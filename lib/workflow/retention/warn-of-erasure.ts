import { endOfOsloDay } from '@/lib/core/clock.ts';
import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { archiveReference } from '../engine/receipt-of-case.ts';
import { contentWarnDays, draftWarnDays } from './erasure-dates.ts';

/**
 * Tells the parties of a draft, or of a completed case whose content its service does not keep, from which date the
 * answers are gone. Whenever it is told, the full warning is left: a timer that slept moves the date.
 */
export async function warnOfErasure(app: App, submissionId: string): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    const now = app.clock.now();
    const submission = await lockSubmission(tx, submissionId);
    if (!submission.warnAt || submission.warnAt > now) return;
    const isDraft = submission.status === 'draft';
    const planned = isDraft
      ? submission.deadlineAt
      : submission.completedAt !== null
        ? submission.eraseAt
        : null;
    if (!planned) {
      // Submitted, or closed, since it was planned: there is nothing to warn of.
      await tx.submission.update({ where: { id: submissionId }, data: { warnAt: null } });
      return;
    }
    const definition = await definitionOf(tx, submission);
    const days = isDraft ? draftWarnDays(definition) : contentWarnDays(definition);
    const at = new Date(Math.max(endOfOsloDay(now, days).getTime(), planned.getTime()));
    await tx.submission.update({
      where: { id: submissionId },
      data: { warnAt: null, ...(isDraft ? { deadlineAt: at } : { eraseAt: at }) },
    });
    await appendEvent(tx, {
      submissionId,
      type: 'retention.warned',
      data: { eraseAt: at.toISOString() },
      actor: 'system',
      at: now,
    });
    await tellParties(tx, app, submission, {
      kind: 'retention',
      dedupeKey: `retention:${submissionId}:${at.toISOString()}`,
      subject: isDraft ? 'notices.draftWarnedSubject' : 'notices.contentWarnedSubject',
      body: isDraft ? 'notices.draftWarnedBody' : 'notices.contentWarnedBody',
      values: {
        date: formatDate(at, asLanguage(submission.language) ?? defaultLanguage),
        archive: archiveReference(submission),
      },
    });
  });
}
