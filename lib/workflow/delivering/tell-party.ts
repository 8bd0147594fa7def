import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { type NewMessage, postMessage } from '@/lib/messages/post-message.ts';
import type { LockedSubmission } from '@/lib/submissions/lock-submission.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { type TextValues, translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';

export interface Notice {
  kind: string;
  dedupeKey: string;
  subject: TextKey;
  body: TextKey;
  values?: TextValues;
  /** Paragraphs after the body, in the language of the case. */
  more?: readonly string[];
  attachments?: NewMessage['attachments'];
}

/** Puts a notice about a case into the box of every party that follows it, in the language of the case. */
export async function tellParties(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
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
        body: [translate(notice.body, values), ...(notice.more ?? [])].join('\n\n'),
        attachments: notice.attachments,
      },
      app.clock.now(),
    );
  }
}
