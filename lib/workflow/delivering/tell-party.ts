import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import { type Currency, formatMoney } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAttempt, Submission } from '@/lib/db/generated/client.ts';
import { postMessage } from '@/lib/messages/post-message.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { type TextValues, translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';

interface Notice {
  kind: string;
  dedupeKey: string;
  subject: TextKey;
  body: TextKey;
  values?: TextValues;
}

/** Puts a notice about a case into the box of every party that follows it, in the language of the case. */
export async function tellParties(
  tx: Transaction,
  app: App,
  submission: Submission,
  notice: Notice,
): Promise<void> {
  const language = asLanguage(submission.language) ?? defaultLanguage;
  const translate = translator(language);
  const owner = await tx.owner.findUniqueOrThrow({ where: { id: submission.ownerId } });
  const parties = await tx.caseParty.findMany({
    where: { submissionId: submission.id },
    distinct: ['partyId'],
  });
  const values = { title: submission.title, reference: submission.reference, ...notice.values };
  for (const { partyId } of parties) {
    await postMessage(
      tx,
      app.ids,
      {
        partyId,
        submissionId: submission.id,
        dedupeKey: `${notice.dedupeKey}:${partyId}`,
        kind: notice.kind,
        language,
        ownerName: (owner.name as Record<Language, string>)[language],
        subject: translate(notice.subject, values),
        body: translate(notice.body, values),
      },
      app.clock.now(),
    );
  }
}

/** Money went back: how much, when, and when it can be seen. */
export function tellRefunded(
  tx: Transaction,
  app: App,
  submission: Submission,
  attempt: PaymentAttempt,
  refundedMinor: number,
): Promise<void> {
  const language = asLanguage(submission.language) ?? defaultLanguage;
  return tellParties(tx, app, submission, {
    kind: 'refunded',
    dedupeKey: `refunded:${attempt.id}:${attempt.refundedMinor}`,
    subject: 'notices.refundedSubject',
    body: 'notices.refundedBody',
    values: {
      amount: formatMoney({ amountMinor: refundedMinor, currency: attempt.currency as Currency }, language),
      date: formatDate(app.clock.now(), language),
      card: attempt.maskedCard ?? '–',
    },
  });
}
