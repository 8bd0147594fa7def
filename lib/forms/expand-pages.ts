import type { ComponentOption, FormComponent, FormPage } from './component.ts';
import { fields } from './fields/registry.ts';

export type OptionLists = Readonly<Record<string, readonly ComponentOption[]>>;

/** The pages with every `optionsId` exchanged for the options of its list, so that nobody else has to know of lists. */
export function withOptionLists(pages: readonly FormPage[], lists: OptionLists = {}): FormPage[] {
  return mapComponents(pages, (component) => {
    const { optionsId } = component;
    if (optionsId === undefined) return component;
    const list = Object.hasOwn(lists, optionsId) ? lists[optionsId] : undefined;
    return { ...component, options: [...(list ?? [])] };
  });
}

/** The pages with components of several controls taken apart: each control is a component inside it, like any other. */
export function withParts(pages: readonly FormPage[]): FormPage[] {
  return mapComponents(pages, (component) => {
    const parts = fields.find(component.type)?.parts;
    return parts ? { ...component, children: parts(component) } : component;
  });
}

function mapComponents(
  pages: readonly FormPage[],
  change: (component: FormComponent) => FormComponent,
): FormPage[] {
  const visit = (component: FormComponent): FormComponent => {
    const { children } = component;
    return change(children ? { ...component, children: children.map(visit) } : component);
  };
  return pages.map((page) => ({ ...page, components: page.components.map(visit) }));
}
