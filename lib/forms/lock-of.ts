import type { Form, FormComponent } from './component.ts';
import { definedId } from './row-path.ts';

/** Why a component cannot be written in: `always`, or only while another answer is as it is. */
export type Lock = 'always' | 'byAnswer';

/** @param id of a component that is read-only as things stand, in whichever row. */
export function lockOf({ pages }: Pick<Form, 'pages'>, id: string): Lock {
  const chain = pages.map(({ components }) => chainTo(components, definedId(id))).find(Boolean) ?? [];
  return chain.some(({ readOnly }) => readOnly === true) ? 'always' : 'byAnswer';
}

/** The component and what it stands in; undefined where it is not. */
function chainTo(components: readonly FormComponent[], id: string): FormComponent[] | undefined {
  for (const component of components) {
    const below = component.id === id ? [] : chainTo(component.children ?? [], id);
    if (below) return [component, ...below];
  }
  return undefined;
}
