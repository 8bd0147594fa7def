import type { Answers } from '@/lib/core/answers.ts';
import { changeRows } from '@/lib/forms/change-rows.ts';
import type { Form } from '@/lib/forms/component.ts';
import { readPage } from '@/lib/forms/read-page.ts';
import type { RowChange } from '@/lib/forms/row-change.ts';

/** The answers as a posted page makes them: what was typed, then a row more or less when that was asked for. */
export function readPostedPage(
  form: Form,
  page: { pageId: string; fields: Record<string, string[]>; rowChange?: RowChange },
  answers: Answers,
): Answers {
  const typed = readPage(form, page.pageId, answers, page.fields).answers;
  return page.rowChange ? changeRows(form, page.pageId, typed, page.rowChange) : typed;
}
