import type { Language } from '@/lib/core/language.ts';
import type { ServiceText } from '@/lib/core/wording.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import { callsIn } from '@/lib/expressions/supplied-problems.ts';
import type { ComponentOption, FormPage } from './component.ts';
import { componentsOf } from './component-tree.ts';
import { conditionsOf } from './conditions-of.ts';
import type { OptionLists } from './expand-pages.ts';

/**
 * What the conditions of a form may know besides the answers. Plain data that goes to the browser with the form, so that it
 * decides by the same facts as the server.
 */
export interface FormFacts {
  /**
   * The language that the case was begun in, as it is saved, and not the one that somebody reads it in: what was asked,
   * answered and signed stays the same whoever looks.
   */
  language: Language;
  /** In that language: only what conditions can come to read. */
  texts: Readonly<Record<string, string>>;
  /** The lists that conditions read labels from; labels are text keys. */
  optionLists: Readonly<Record<string, readonly Pick<ComponentOption, 'value' | 'label'>[]>>;
}

/** @param pages with their option lists in place. @param serviceText in `language`. */
export function formFacts(
  pages: readonly FormPage[],
  lists: OptionLists,
  language: Language,
  serviceText: ServiceText,
): FormFacts {
  const read = readByConditions(pages);
  const named = Object.entries(lists).filter(([id]) => read.lists.has(id));
  const shown = pages.flatMap(componentsOf).filter(({ id }) => read.shown.has(id));
  const labels = [
    ...named.flatMap(([, options]) => options),
    ...shown.flatMap(({ options = [] }) => options),
  ];
  const keys = new Set([...read.texts, ...labels.map(({ label }) => label)]);
  return {
    language,
    texts: Object.fromEntries([...keys].map((key) => [key, serviceText(key)])),
    optionLists: Object.fromEntries(
      named.map(([id, options]) => [id, options.map(({ value, label }) => ({ value, label }))]),
    ),
  };
}

/** Keys of texts, ids of option lists, and ids of components whose answers are shown. */
export type ReadByConditions = Record<'texts' | 'lists' | 'shown', Set<string>>;

/** What all conditions of a form name besides answers. */
export function readByConditions(pages: readonly FormPage[]): ReadByConditions {
  return readIn(...conditionsOf(pages).map(({ condition }) => condition));
}

/** The same of some conditions. */
export function readIn(...conditions: (boolean | Expression)[]): ReadByConditions {
  const calls = conditions.flatMap(callsIn);
  const firstOf = (wanted: string): Set<string> =>
    new Set(
      calls.flatMap(({ name, args: [first] }) =>
        name === wanted && typeof first === 'string' ? [first] : [],
      ),
    );
  return { texts: firstOf('text'), lists: firstOf('optionLabel'), shown: firstOf('displayValue') };
}
