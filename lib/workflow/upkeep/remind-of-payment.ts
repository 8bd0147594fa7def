import { osloDate } from '@/lib/core/clock.ts';
import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import { formatMoney } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { orderInForce } from '@/lib/payments/frozen-order.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';
import { situationOf } from '../paying/payment-view.ts';

/**
 * Reminds of a case that waits for payment, or that a prefilled payment has fallen due: once for each time that it was sent in,
 * and never while the payment page says to wait.
 */
export async function remindOfPayment(app: App, submissionId: string): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    const now = app.clock.now();
    const submission = await lockSubmission(tx, submissionId);
    const order = await orderInForce(tx, submissionId);
    if (submission.status !== 'awaiting_payment' || !order) return;
    const sentInAt = submission.submittedAt ?? submission.createdAt;
    const reminded = await tx.submissionEvent.count({
      where: { submissionId, type: 'payment.reminded', at: { gt: sentInAt } },
    });
    if (reminded || !(await waitsForPayer(tx, order.id))) return;
    await appendEvent(tx, { submissionId, type: 'payment.reminded', data: {}, actor: 'system', at: now });
    const language = asLanguage(submission.language) ?? defaultLanguage;
    const overdue = submission.dueDate !== null && submission.dueDate < osloDate(now);
    const date = overdue ? new Date(`${submission.dueDate}T12:00:00Z`) : (submission.deadlineAt ?? now);
    await tellParties(tx, app, submission, {
      kind: 'reminder',
      dedupeKey: `reminder:${submissionId}:${submission.revision}`,
      subject: overdue ? 'notices.overdueSubject' : 'notices.reminderSubject',
      body: overdue ? 'notices.overdueBody' : 'notices.reminderBody',
      values: {
        date: formatDate(date, language),
        amount: formatMoney({ amountMinor: order.totalMinor, currency: order.currency }, language),
      },
    });
  });
}

/** Whether it is the payer's turn, as the payment page tells her. */
async function waitsForPayer(tx: Transaction, orderId: string): Promise<boolean> {
  const latest = await tx.paymentAttempt.findFirst({
    where: { orderId },
    orderBy: { createdAt: 'desc' },
    select: { status: true, failure: true, problem: true, unknownSince: true, stuckSince: true },
  });
  const { kind } = situationOf(latest);
  return (kind === 'pay' || kind === 'open') && !latest?.stuckSince;
}
