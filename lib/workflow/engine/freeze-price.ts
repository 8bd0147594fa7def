import { type Language, languages } from '@/lib/core/language.ts';
import type { Order } from '@/lib/core/order.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import { type FrozenLine, type FrozenOrder, freezeOrder } from '@/lib/payments/frozen-order.ts';
import { explainLine } from '@/lib/pricing/explain-line.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';
import { contentHash, readContent } from './case-content.ts';

/** Freezes an order as the one in force, and the hash of everything that is signed and paid for with it. */
export async function freezePrice(
  tx: Transaction,
  app: App,
  submission: Submission,
  definition: ServiceDefinition,
  order: Order,
): Promise<{ order: FrozenOrder; contentHash: string }> {
  const { id, ownerId, environment } = submission;
  const frozen = await freezeOrder(
    tx,
    app.ids,
    { submissionId: id, ownerId, environment },
    { ...order, ...wordsOf(definition, order) },
    app.clock.now(),
  );
  const hash = contentHash(await readContent(tx, submission, definition));
  await tx.submission.update({ where: { id }, data: { contentHash: hash } });
  return { order: frozen, contentHash: hash };
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
