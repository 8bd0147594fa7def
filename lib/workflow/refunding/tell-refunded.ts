import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import { type Currency, formatMoney, minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { type PaidWith, paidWithWords } from '@/lib/payments/paid-with-words.ts';
import { askedRefund } from '@/lib/payments/refunds.ts';
import type { LockedSubmission } from '@/lib/submissions/lock-submission.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';
import { type Notice, tellParties } from '../delivering/tell-party.ts';
import type { Refund } from './issue-credit-note.ts';
import { refundReason } from './refund-reason.ts';

/** Money went back that no receipt was given for: how much, when, and when it arrives. */
export async function tellRefunded(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  { attempt, beforeMinor }: Refund,
): Promise<void> {
  const language = asLanguage(submission.language) ?? defaultLanguage;
  const asked = await askedRefund(tx, attempt.id, beforeMinor);
  await tellParties(
    tx,
    app,
    submission,
    refundNotice({
      language,
      dedupeKey: `refunded:${attempt.id}:${attempt.refundedMinor}`,
      amountMinor: minor(attempt.refundedMinor) - beforeMinor,
      currency: attempt.currency as Currency,
      at: app.clock.now(),
      paidWith: attempt,
      reason: await refundReason(tx, { submissionId: submission.id, asked }, language),
    }),
  );
}

interface Told {
  language: Language;
  dedupeKey: string;
  amountMinor: number;
  currency: Currency;
  at: Date;
  /** Absent when it is not known. */
  paidWith?: PaidWith;
  reason?: string;
  creditNote?: { number: string; receiptNumber: string };
}

/** The notice of a refund, with or without a credit note. */
export function refundNotice(told: Told): Notice {
  const t = translator(told.language);
  return {
    kind: 'refunded',
    dedupeKey: told.dedupeKey,
    subject: 'notices.refundedSubject',
    body: 'notices.refundedBody',
    values: {
      amount: formatMoney(told, told.language),
      date: formatDate(told.at, told.language),
      paidWith: paidWithWords(told.paidWith, t),
    },
    more: [
      ...(told.reason ? [t('notices.refundedReason', { reason: told.reason })] : []),
      ...(told.creditNote ? [t('notices.refundedCreditNote', told.creditNote)] : []),
    ],
  };
}
