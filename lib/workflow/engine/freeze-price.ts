import { type Language, languages } from '@/lib/core/language.ts';
import type { Order } from '@/lib/core/order.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import type { AttachmentInfo } from '@/lib/files/attachments.ts';
import { type FrozenLine, type FrozenOrder, freezeOrder } from '@/lib/payments/frozen-order.ts';
import { explainLine } from '@/lib/pricing/explain-line.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';
import { type CaseContent, contentHash, contentOf } from './case-content.ts';

/** What is signed and paid for from now on. */
export interface Frozen {
  order: FrozenOrder;
  content: CaseContent;
  /** To be written on the submission by the caller, with whatever else it changes there. */
  contentHash: string;
}

/** Freezes an order as the one in force, and hashes everything that is signed and paid for with it. */
export async function freezePrice(
  tx: Transaction,
  app: App,
  submission: Submission,
  definition: ServiceDefinition,
  order: Order,
  files: readonly AttachmentInfo[],
): Promise<Frozen> {
  const { id, ownerId, environment } = submission;
  const frozen = await freezeOrder(
    tx,
    app.ids,
    { submissionId: id, ownerId, environment },
    { ...order, ...wordsOf(definition, order) },
    app.clock.now(),
  );
  const content = contentOf(submission, definition, files, frozen.hash);
  return { order: frozen, content, contentHash: contentHash(content) };
}

/** The order's words in every language, as the payer reads them. */
export function wordsOf(
  definition: ServiceDefinition,
  order: Order,
): { lines: FrozenLine[]; description: Record<Language, string> } {
  const inEach = (words: (language: Language) => string) =>
    Object.fromEntries(languages.map((language) => [language, words(language)])) as Record<Language, string>;
  return {
    lines: order.lines.map((line) => ({
      ...line,
      name: inEach((language) => serviceText(definition, language)(line.textKey)),
      explained: inEach((language) =>
        explainLine(line, translator(language), serviceText(definition, language)),
      ),
    })),
    description: inEach((language) => serviceText(definition, language)('payment.description')),
  };
}
