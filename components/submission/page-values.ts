import type { Answers } from '@/lib/core/answers.ts';
import { getAnswer } from '@/lib/core/answers.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Form, FormComponent } from '@/lib/forms/component.ts';
import { pathOf } from '@/lib/forms/component-path.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { readPage, shownName } from '@/lib/forms/read-page.ts';
import { type ResolvedPage, resolveForm } from '@/lib/forms/resolve-form.ts';

/** What stands in the controls of a page, by component id: a text, or the chosen values of a group of boxes. */
export type PageValues = Record<string, string | string[]>;

/** Components of a page that take an answer. */
export function answerComponents(form: Form, pageId: string): FormComponent[] {
  return (form.pages.find((page) => page.id === pageId)?.components ?? []).filter(
    (component) => pathOf(component) !== undefined,
  );
}

export function standsIn(component: FormComponent, answers: Answers, language: Language): string[] {
  const path = pathOf(component);
  return path === undefined
    ? []
    : fields.get(component.type).inputValue(getAnswer(answers, path), component, language);
}

/** What the server put into the controls. */
export function valuesOf(form: Form, pageId: string, answers: Answers, language: Language): PageValues {
  return Object.fromEntries(
    answerComponents(form, pageId).map((component) => {
      const values = standsIn(component, answers, language);
      return [component.id, isGroup(component) ? values : (values[0] ?? '')];
    }),
  );
}

/** What stands in the controls right now, where it is another: typed before the scripts arrived, or put back by the browser. */
export function valuesInDocument(form: HTMLFormElement, components: readonly FormComponent[]): PageValues {
  const data = new FormData(form);
  const shown = data.getAll(shownName);
  return Object.fromEntries(
    components
      .filter(({ id }) => shown.includes(id))
      .map((component) => {
        const values = data.getAll(component.id).map(String);
        return [component.id, isGroup(component) ? values : (values[0] ?? '')];
      }),
  );
}

/** As a plain form would post it: what `shown` names, and the values. */
export function posted(
  values: Readonly<Record<string, unknown>>,
  shown: readonly string[],
): Record<string, string[]> {
  return Object.fromEntries([
    [shownName, [...shown]],
    ...shown.map((id) => [id, listOf(values[id])] as const),
  ]);
}

/** The page with its conditions decided by what stands in it. */
export function resolvePage(form: Form, pageId: string, answers: Answers): ResolvedPage | undefined {
  return resolveForm(form, answers).pages.find((page) => page.id === pageId);
}

/** The answers as they would be saved. */
export function answersWith(
  form: Form,
  pageId: string,
  answers: Answers,
  values: Readonly<Record<string, unknown>>,
): Answers {
  return readPage(
    form,
    pageId,
    answers,
    posted(
      values,
      answerComponents(form, pageId).map(({ id }) => id),
    ),
  ).answers;
}

function isGroup(component: FormComponent): boolean {
  return fields.get(component.type).answerShape === 'list';
}

/** React Hook Form gives a text, a list, `false` for a lone box that is not ticked, or null for a group of radios. */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? [value] : [];
}
