import { osloDate } from '@/lib/core/clock.ts';
import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import { formatMoney } from '@/lib/core/money.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { orderInForce } from '@/lib/payments/frozen-order.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';

/** Reminds once of a case that waits for payment, or that a prefilled payment has fallen due. */
export async function remindOfPayment(app: App, submissionId: string): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    const now = app.clock.now();
    const submission = await lockSubmission(tx, submissionId);
    const order = await orderInForce(tx, submissionId);
    const reminded = await tx.submissionEvent.count({ where: { submissionId, type: 'payment.reminded' } });
    if (submission.status !== 'awaiting_payment' || !order || reminded) return;
    await appendEvent(tx, { submissionId, type: 'payment.reminded', data: {}, actor: 'system', at: now });
    const language = asLanguage(submission.language) ?? defaultLanguage;
    const overdue = submission.dueDate !== null && submission.dueDate < osloDate(now);
    const date = overdue ? new Date(`${submission.dueDate}T12:00:00Z`) : (submission.deadlineAt ?? now);
    await tellParties(tx, app, submission, {
      kind: 'reminder',
      dedupeKey: `reminder:${submissionId}`,
      subject: overdue ? 'notices.overdueSubject' : 'notices.reminderSubject',
      body: overdue ? 'notices.overdueBody' : 'notices.reminderBody',
      values: {
        date: formatDate(date, language),
        amount: formatMoney({ amountMinor: order.totalMinor, currency: order.currency }, language),
      },
    });
  });
}
