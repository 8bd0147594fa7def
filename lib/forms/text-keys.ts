import type { Form } from './component.ts';
import { componentsOf } from './component-tree.ts';
import { readByConditions } from './form-facts.ts';

/** Every key of the service's texts that the form uses; each must exist in every language of the service. */
export function textKeysOf(form: Form): string[] {
  const keys = form.pages.flatMap((page) => [
    ...Object.values(page.textResourceBindings),
    ...componentsOf(page).flatMap((component) => [
      ...Object.values(component.textResourceBindings ?? {}),
      ...(component.options ?? []).flatMap(({ label, description }) =>
        description === undefined ? [label] : [label, description],
      ),
      ...Object.values(component.errorTexts ?? {}),
      ...(component.unit === undefined ? [] : [component.unit]),
    ]),
  ]);
  return [...new Set([...keys, ...readByConditions(form.pages).texts])];
}
