import type { ReactNode } from 'react';
import { Conflict } from '@/components/submission/conflict.tsx';
import type { Answers } from '@/lib/core/answers.ts';
import type { Language } from '@/lib/core/language.ts';
import { type DescribedRow, describeAnswers } from '@/lib/forms/describe.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { SavePageResult } from '@/lib/workflow/filling/save-page.ts';
import { fieldEntries, type PostedForm } from './read-posted-form.ts';

interface Input {
  result: Extract<SavePageResult, { kind: 'conflict' }>;
  submissionId: string;
  pageId: string;
  form: PostedForm;
  language: Language;
}

/** The 409 document: what is saved elsewhere beside what was typed here, and a button for each. */
export function conflictPage({ result, submissionId, pageId, form, language }: Input): {
  title: string;
  body: ReactNode;
  status: number;
} {
  const t = translator(language);
  const inWords = (answers: Answers): DescribedRow[] =>
    describeAnswers(result.form, answers, {
      wording: t,
      serviceText: serviceText(result.definition, language),
    }).find((page) => page.pageId === pageId)?.rows ?? [];
  const saved = inWords(result.saved);
  const typed = inWords(result.typed);
  const notThere = t.dynamic('validation.notAnswered');
  const both = [
    ...typed,
    ...saved.filter((row) => !typed.some((other) => other.componentId === row.componentId)),
  ];
  const rows = both.map(({ componentId, label, headings }) => ({
    label: [...headings, label].join(': '),
    saved: valueIn(saved, componentId) ?? notThere,
    typed: valueIn(typed, componentId) ?? notThere,
  }));
  const pageUrl = `/submissions/${submissionId}/${pageId}`;
  const kept = fieldEntries(form).filter(([name]) => name !== '_version' && name !== '_mark');
  const fields: [string, string][] = [
    ['_version', String(result.answersVersion)],
    ['_mark', result.mark],
    ...kept,
  ];
  return {
    status: 409,
    title: t('form.conflictTitle'),
    body: (
      <Conflict
        saveUrl={`${pageUrl}/save`}
        pageUrl={pageUrl}
        rows={rows.filter((row) => row.saved !== row.typed)}
        fields={fields}
        t={t}
      />
    ),
  };
}

function valueIn(rows: readonly DescribedRow[], componentId: string): string | undefined {
  return rows.find((row) => row.componentId === componentId)?.value;
}
