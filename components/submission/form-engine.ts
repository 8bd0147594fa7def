import type { Answers } from '@/lib/core/answers.ts';
import type { Language } from '@/lib/core/language.ts';
import type { ServiceText, Wording } from '@/lib/core/wording.ts';
import { changeRows, focusAfter } from '@/lib/forms/change-rows.ts';
import type { Form } from '@/lib/forms/component.ts';
import { errorSentence } from '@/lib/forms/error-sentence.ts';
import type { PageNode } from '@/lib/forms/page-node.ts';
import { pageNodes } from '@/lib/forms/page-nodes.ts';
import { readPage } from '@/lib/forms/read-page.ts';
import type { RowChange } from '@/lib/forms/row-change.ts';
import { validatePage } from '@/lib/forms/validate.ts';

/** A page as it stands in the browser. */
export interface Standing {
  form: Form;
  pageId: string;
  language: Language;
  /** With the rows that are drawn. */
  answers: Answers;
  /** What a plain form would post now. */
  posted: Record<string, string[]>;
}

/*
 * What decides conditions and judges answers, the same as on the server. It is a file of its own that the browser fetches when
 * somebody begins to fill in: a page is shown, and posts, without it.
 */

/** What the page shows with what stands in it. */
export function nodesNow(standing: Standing): PageNode[] {
  const { form, pageId, language, answers } = standing;
  return pageNodes(form, pageId, answersNow(standing), language, answers);
}

/** What is wrong with what stands in it, in words, by component id and in the order of the page. */
export function errorsNow(
  standing: Standing,
  fileCounts: Record<string, number>,
  wording: Wording,
  serviceText: ServiceText,
): [string, string][] {
  const { form, pageId } = standing;
  return validatePage(form, pageId, answersNow(standing), { fileCounts }).map((error) => [
    error.componentId,
    errorSentence(form, error, wording, serviceText),
  ]);
}

/** A row more or one less: the answers, what the page then shows, and what gets the focus. */
export function withRowChange(
  standing: Standing,
  change: RowChange,
): { answers: Answers; nodes: PageNode[]; focusId: string } {
  const { form, pageId, language } = standing;
  const answers = changeRows(form, pageId, answersNow(standing), change);
  return {
    answers,
    nodes: pageNodes(form, pageId, answers, language),
    focusId: focusAfter(form, pageId, answers, change),
  };
}

function answersNow({ form, pageId, answers, posted }: Standing): Answers {
  return readPage(form, pageId, answers, posted).answers;
}
