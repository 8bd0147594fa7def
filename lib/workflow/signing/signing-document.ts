import { assertNever } from '@/lib/core/assert-never.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import type { Language } from '@/lib/core/language.ts';
import { formatMoney } from '@/lib/core/money.ts';
import { vatRateBasisPoints } from '@/lib/core/order.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Form } from '@/lib/forms/component.ts';
import { blocksOf, describeAnswers } from '@/lib/forms/describe.ts';
import type { FrozenLine, FrozenOrder } from '@/lib/payments/frozen-order.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { formOf } from '@/lib/services/form-of.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { messages } from '@/lib/texts/messages.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import type { CaseContent } from '../engine/case-content.ts';

/** Everything that is signed, in words, as the page shows it; the words of the page around it are not part of it. */
export interface SigningDocument {
  language: Language;
  title: string;
  statement: string;
  sections: { id: string; heading: string; rows: { label: string; value: string }[] }[];
}

export interface SigningSubject {
  submission: { language: string };
  definition: ServiceDefinition;
  content: Pick<CaseContent, 'answers' | 'attachments'>;
  order: FrozenOrder | undefined;
}

/** The one source of the page's words and of the text that the seal has a hash of. */
export function signingDocument(
  { submission, definition, content, order }: SigningSubject,
  language: Language,
): SigningDocument {
  const wording = translator(language);
  const text = serviceText(definition, language);
  return {
    language,
    title: text('service.title'),
    statement: text('signing.statement'),
    sections: [
      ...answerSections(formOf(definition, submission), content, wording, text),
      ...attachmentSection(content.attachments, wording),
      ...orderSection(order, wording),
    ],
  };
}

/** The document as one text: title, statement, then each section with a line per row. UTF-8 and `\n`. */
export function signingText(document: SigningDocument): string {
  const sections = document.sections.map(({ heading, rows }) =>
    [heading, ...rows.map((row) => `${row.label}: ${row.value}`)].join('\n'),
  );
  return [document.title, document.statement, ...sections].join('\n\n');
}

/** Hash of the portal's own words that a signing text is made with. */
export function wordingHash(language: Language): string {
  const { attachments, attachment, total, vatOutside, vatExempt, vatIncluded } = messages[language].signing;
  const { validation } = messages[language];
  return sha256Hex(
    canonicalJson({ attachments, attachment, total, vatOutside, vatExempt, vatIncluded, validation }),
  );
}

type Sections = SigningDocument['sections'];

function answerSections(
  form: Form,
  { answers, attachments }: SigningSubject['content'],
  wording: Translate,
  text: (key: string) => string,
): Sections {
  const files: Record<string, { name: string; tag?: string }[]> = {};
  for (const { componentId, filename, tag } of attachments) {
    files[componentId] = [...(files[componentId] ?? []), { name: filename, tag }];
  }
  const described = describeAnswers(form, answers, {
    wording,
    serviceText: text,
    files,
  });
  return described.flatMap(({ pageId, title, rows }) =>
    blocksOf(rows).map((block, index) => ({
      id: `page-${pageId}${index === 0 ? '' : `-${index}`}`,
      heading: block.heading ? `${title}: ${block.heading}` : title,
      rows: block.rows.map(({ label, value }) => ({ label, value })),
    })),
  );
}

function attachmentSection(attachments: CaseContent['attachments'], t: Translate): Sections {
  if (!attachments.length) return [];
  const rows = attachments.map((file) => ({
    label: file.filename,
    value: t('signing.attachment', { size: Math.ceil(file.sizeBytes / 1024), sha256: file.sha256 }),
  }));
  return [{ id: 'attachments', heading: t('signing.attachments'), rows }];
}

function orderSection(order: FrozenOrder | undefined, t: Translate): Sections {
  if (!order) return [];
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: order.currency }, t.language);
  const rows = order.lines.map((line) => ({
    label: line.name[t.language],
    value: `${line.explained[t.language]} = ${money(line.grossMinor)} (${vatWords(line, money, t)})`,
  }));
  const total = { label: t('signing.total'), value: money(order.totalMinor) };
  return [{ id: 'order', heading: order.description[t.language], rows: [...rows, total] }];
}

function vatWords(line: FrozenLine, money: (amountMinor: number) => string, t: Translate): string {
  switch (line.vatCode) {
    case 'outside':
      return t('signing.vatOutside');
    case 'exempt':
      return t('signing.vatExempt');
    case '12':
    case '15':
    case '25':
      return t('signing.vatIncluded', {
        rate: vatRateBasisPoints(line.vatCode) / 100,
        amount: money(line.vatMinor),
      });
    default:
      return assertNever(line.vatCode);
  }
}
