import type { Language } from '@/lib/core/language.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { translator } from '@/lib/texts/translate.ts';
import { answers, heading, mark, paragraph } from './pdf/blocks.ts';
import { newCanvas } from './pdf/canvas.ts';

/** A case as its sender saw it on the page where the answers are checked. */
export interface CaseDocument {
  language: Language;
  serviceTitle: string;
  owner: string;
  party: string;
  caseReference: string;
  submittedAt: Date;
  sections: readonly {
    title: string;
    rows: readonly { label: string; value: string; answered: boolean }[];
  }[];
}

/** The answers as they were shown, as a tagged PDF; the same case always gives the same bytes. */
export async function casePdf(document: CaseDocument): Promise<Uint8Array<ArrayBuffer>> {
  const t = translator(document.language);
  const title = t('receipt.answersTitle');
  const canvas = newCanvas({
    title: `${document.serviceTitle}: ${document.caseReference}`,
    author: document.party,
    language: document.language,
    createdAt: document.submittedAt,
    footer: (page, pages) => t('receipt.pageOf', { title, number: document.caseReference, page, pages }),
  });
  mark(canvas);
  heading(canvas, 1, document.serviceTitle);
  paragraph(canvas, document.owner, 'large');
  paragraph(
    canvas,
    t('receipt.answersSent', {
      at: formatDateTime(document.submittedAt, document.language),
      party: document.party,
      reference: document.caseReference,
    }),
    'muted',
  );
  for (const section of document.sections.filter(({ rows }) => rows.length > 0)) {
    heading(canvas, 2, section.title);
    answers(
      canvas,
      section.rows.map(({ label, value, answered }) => ({ label, value, muted: !answered })),
    );
  }
  return canvas.finish();
}
