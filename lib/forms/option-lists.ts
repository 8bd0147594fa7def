import type { ComponentOption, FormComponent, FormPage } from './component.ts';

export type OptionLists = Readonly<Record<string, readonly ComponentOption[]>>;

/** The pages with every `optionsId` exchanged for the options of its list, so that nobody else has to know of lists. */
export function withOptionLists(pages: readonly FormPage[], lists: OptionLists = {}): FormPage[] {
  return pages.map((page) => ({
    ...page,
    components: page.components.map((each) => withOptions(each, lists)),
  }));
}

function withOptions(definition: FormComponent, lists: OptionLists): FormComponent {
  const { optionsId, children } = definition;
  const component = children
    ? { ...definition, children: children.map((child) => withOptions(child, lists)) }
    : definition;
  if (optionsId === undefined) return component;
  const list = Object.hasOwn(lists, optionsId) ? lists[optionsId] : undefined;
  return { ...component, options: [...(list ?? [])] };
}
