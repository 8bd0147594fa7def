import { addSeconds } from '@/lib/core/clock.ts';
import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { signaturesMissing, voidSignatures } from '@/lib/signing/signature-requests.ts';
import { changeStatus } from '@/lib/submissions/change-status.ts';
import { type LockedSubmission, lockSubmission } from '@/lib/submissions/lock-submission.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { closeOpenPayment } from '../paying/close-open-payment.ts';
import { returnMoney } from '../paying/return-money.ts';
import { erasureAfterClosing } from '../retention/erasure-dates.ts';
import { afterExpiry } from '../withdrawing/describe-money.ts';
import { type MoneyOfCase, moneyOfCase } from '../withdrawing/money-of-case.ts';

const postponeSeconds = 900;

export type Expiry = 'expired' | 'postponed' | 'moved_on';

/**
 * Ends a case whose deadline has passed. The provider is asked before anything expires (rule 6): a payment that came in
 * time counts, and while nobody answers, or something does not match, the case is left as it is and looked at again later.
 * Money that is held goes back.
 */
export async function expireCase(app: App, submissionId: string): Promise<Expiry> {
  let outcome: Expiry = 'postponed';
  try {
    const due = await app.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    const closed = due.status === 'awaiting_payment' ? await closeOpenPayment(app, submissionId) : 'closed';
    if (closed === 'closed') outcome = await endCase(app, submissionId);
  } finally {
    // One that cannot be ended is no reason to look at none that is due after it.
    if (outcome === 'postponed') await postpone(app, submissionId);
  }
  return outcome;
}

/** Looked at again in a quarter of an hour; nothing happens to a case that has moved on meanwhile. */
async function postpone(app: App, submissionId: string): Promise<void> {
  const now = app.clock.now();
  await app.db.submission.updateMany({
    where: { id: submissionId, deadlineAt: { lte: now } },
    data: { deadlineAt: addSeconds(now, postponeSeconds) },
  });
}

function endCase(app: App, submissionId: string): Promise<Expiry> {
  return inTransaction(app.db, async (tx) => {
    const now = app.clock.now();
    const submission = await lockSubmission(tx, submissionId);
    const { status } = submission;
    if (!submission.deadlineAt || submission.deadlineAt > now) return 'moved_on';
    if (status !== 'draft' && status !== 'awaiting_payment' && status !== 'awaiting_signature')
      return 'moved_on';
    // Nobody's draft goes without a warning; a timer that slept through its time gives it first.
    if (status === 'draft' && submission.warnAt) return 'postponed';
    const active = await tx.paymentAttempt.count({
      where: { order: { submissionId }, status: { in: ['created', 'pending'] } },
    });
    if (active) return 'postponed';
    // Everybody has signed and only the money is on its way in: there is nothing left to be late with.
    if (status === 'awaiting_signature' && (await signaturesMissing(tx, submissionId)) === 0)
      return 'postponed';
    const definition = await definitionOf(tx, submission);
    await changeStatus(tx, {
      submissionId,
      from: status,
      event: 'deadline',
      to: 'expired',
      actor: 'system',
      at: now,
      set: {
        closedAt: now,
        deadlineAt: null,
        eraseAt: erasureAfterClosing(definition, status, now),
      },
    });
    await voidSignatures(tx, submissionId);
    const money = await moneyOfCase(tx, submission, definition);
    await returnMoney(tx, app, submissionId, 'expired');
    await tellExpired(tx, app, submission, money);
    return 'expired';
  });
}

/** @param submission as it was when it expired. */
function tellExpired(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  money: MoneyOfCase,
): Promise<void> {
  const { id, status, revision, submittedAt } = submission;
  const t = translator(asLanguage(submission.language) ?? defaultLanguage);
  const erased = status === 'draft' ? [t('notices.draftErased')] : [];
  return tellParties(tx, app, submission, {
    kind: 'expired',
    dedupeKey: `expired:${id}:${revision}`,
    subject: 'notices.expiredSubject',
    body: submittedAt ? 'notices.expiredSubmittedBody' : 'notices.expiredBody',
    more: [...afterExpiry(submission, money, t), ...erased],
  });
}
