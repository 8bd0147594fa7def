import { get, set } from 'react-hook-form';
import type { Answers } from '@/lib/core/answers.ts';
import { getAnswer } from '@/lib/core/answers.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Form, FormComponent } from '@/lib/forms/component.ts';
import { pathOf } from '@/lib/forms/component-path.ts';
import { instancesOf } from '@/lib/forms/component-tree.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { readPage, shownName } from '@/lib/forms/read-page.ts';
import { type ResolvedComponent, type ResolvedPage, resolveForm } from '@/lib/forms/resolve-form.ts';

/** What stands in the controls of a page, by component id: a text, or the chosen values of a group of boxes. */
export type PageValues = Record<string, string | string[]>;

/** As React Hook Form keeps values and errors: an id with rows, `vare[0].navn`, is a way into arrays and objects. */
export function nested<T>(byId: Readonly<Record<string, T>>): Record<string, unknown> {
  const target = {};
  for (const [id, value] of Object.entries(byId)) set(target, id, value);
  return target;
}

/** Where the error of a component is kept: that of a repeating group beside those of its rows. */
export function errorPath({ id, type }: FormComponent): string {
  return fields.get(type).structure === 'rows' ? `${id}.root` : id;
}

/** The sentence that a component's error is told with, if it has one. */
export function errorOf(errors: object, component: FormComponent): string | undefined {
  const error = get(errors, errorPath(component)) as { message?: string } | undefined;
  return error?.message;
}

/** Everything on a page that takes an answer, in every row. */
export function answerComponents(page: ResolvedPage | undefined): ResolvedComponent[] {
  return (page ? instancesOf(page) : []).filter((component) => pathOf(component) !== undefined);
}

export function standsIn(component: FormComponent, answers: Answers, language: Language): string[] {
  const path = pathOf(component);
  return path === undefined
    ? []
    : fields.get(component.type).inputValue(getAnswer(answers, path), component, language);
}

/** What the server put into the controls. */
export function valuesOf(page: ResolvedPage | undefined, answers: Answers, language: Language): PageValues {
  return Object.fromEntries(
    answerComponents(page).map((component) => {
      const values = standsIn(component, answers, language);
      return [component.id, isGroup(component) ? values : (values[0] ?? '')];
    }),
  );
}

/** What stands in the controls right now, where it is another: typed before the scripts arrived, or put back by the browser. */
export function valuesInDocument(form: HTMLFormElement, components: readonly FormComponent[]): PageValues {
  const data = new FormData(form);
  const shown = new Set(data.getAll(shownName));
  return Object.fromEntries(
    components
      .filter(({ id }) => shown.has(id))
      .map((component) => {
        const values = data.getAll(component.id).map(String);
        return [component.id, isGroup(component) ? values : (values[0] ?? '')];
      }),
  );
}

/** As a plain form would post it: what `_shown` names, rows among it, and the values. */
export function posted(
  values: Readonly<Record<string, unknown>>,
  page: ResolvedPage | undefined,
  { hiddenToo = false } = {},
): Record<string, string[]> {
  const all = page ? instancesOf(page) : [];
  const there = hiddenToo ? all : all.filter((component) => !component.hidden);
  const answers = there.filter((component) => pathOf(component) !== undefined).map(({ id }) => id);
  const groups = there.filter((component) => fields.get(component.type).structure === 'rows');
  return Object.fromEntries([
    [shownName, [...groups.flatMap(({ id, rows }) => [id, ...rows.map((row) => row.id)]), ...answers]],
    ...answers.map((id) => [id, listOf(get(values, id))] as const),
  ]);
}

/** The page with its conditions decided by what stands in it. */
export function resolvePage(form: Form, pageId: string, answers: Answers): ResolvedPage | undefined {
  return resolveForm(form, answers).pages.find((page) => page.id === pageId);
}

/** The answers as they would be saved. @param page with the rows that stand on it. */
export function answersWith(
  form: Form,
  page: ResolvedPage | undefined,
  answers: Answers,
  values: Readonly<Record<string, unknown>>,
): Answers {
  return page ? readPage(form, page.id, answers, posted(values, page, { hiddenToo: true })).answers : answers;
}

function isGroup(component: FormComponent): boolean {
  return fields.get(component.type).answerShape === 'list';
}

/** React Hook Form gives a text, a list, `false` for a lone box that is not ticked, or null for a group of radios. */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? [value] : [];
}
