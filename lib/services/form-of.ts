import type { Form } from '@/lib/forms/component.ts';
import { withOptionLists, withParts } from '@/lib/forms/expand-pages.ts';
import type { ServiceDefinition } from './definition.ts';

type Pages = Pick<ServiceDefinition, 'pages' | 'optionLists'>;
const known = new WeakMap<Pages, Form>();

/** The form of a definition as everybody reads it, with its option lists in their places and components of several controls taken apart. */
export function formOf(definition: Pages): Form {
  const form = known.get(definition) ?? {
    pages: withParts(withOptionLists(definition.pages, definition.optionLists)),
  };
  known.set(definition, form);
  return form;
}
