import type { ServiceText } from '@/lib/core/wording.ts';
import type { Form, FormComponent } from './component.ts';
import { everyComponent } from './component-tree.ts';
import { definedId } from './row-path.ts';

/** What a component is called on the page. */
export function labelOf(component: FormComponent, serviceText: ServiceText): string {
  const key = component.textResourceBindings?.title;
  return key === undefined ? component.id : serviceText(key);
}

/** What it is called inside a sentence: Altinn's `shortName` where the title is a whole question. */
export function errorLabelOf(component: FormComponent, serviceText: ServiceText): string {
  const key = component.textResourceBindings?.shortName;
  return key === undefined ? labelOf(component, serviceText) : serviceText(key);
}

/** What a row is called: «Vare 1». @param index from 0. */
export function rowNameOf(group: FormComponent, index: number, serviceText: ServiceText): string {
  const key = group.textResourceBindings?.rowTitle;
  return `${key === undefined ? labelOf(group, serviceText) : serviceText(key)} ${index + 1}`;
}

/** The component of the definition by the id that it has on a page, in whichever row. */
export function findComponent(form: Pick<Form, 'pages'>, id: string): FormComponent | undefined {
  const defined = definedId(id);
  return everyComponent(form).find((each) => each.id === defined);
}

/** Names of the rows that a component stands in, outermost first: `vare[0].del[1].navn` → «Vare 1», «Del 2». */
export function rowNamesOf(form: Pick<Form, 'pages'>, id: string, serviceText: ServiceText): string[] {
  return [...id.matchAll(/([^.[\]]+)\[(\d+)\]\./g)].flatMap(([, groupId = '', index]) => {
    const group = findComponent(form, groupId);
    return group ? [rowNameOf(group, Number(index), serviceText)] : [];
  });
}
