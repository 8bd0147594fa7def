import type { Expression } from '@/lib/expressions/expression.ts';
import type { FormComponent, FormPage } from './component.ts';
import { componentsOf } from './component-tree.ts';

/** A condition as the definition has it. */
export interface WrittenCondition {
  /** Id of the page or component. */
  where: string;
  property: 'required' | 'hidden' | 'readOnly' | 'hiddenRow' | 'options';
  condition: boolean | Expression;
}

/** Every condition of a form's pages, components and choices. */
export function conditionsOf(pages: readonly FormPage[]): WrittenCondition[] {
  return [
    ...pages.flatMap(({ id, hidden }) => written(id, { hidden })),
    ...pages.flatMap(componentsOf).flatMap(ofComponent),
  ];
}

function ofComponent({ id, hidden, required, readOnly, hiddenRow, options = [] }: FormComponent) {
  return [
    ...written(id, { hidden, required, readOnly, hiddenRow }),
    ...options.flatMap((option) => written(id, { options: option.hidden })),
  ];
}

function written(
  where: string,
  conditions: Partial<Record<WrittenCondition['property'], boolean | Expression>>,
): WrittenCondition[] {
  return (Object.keys(conditions) as WrittenCondition['property'][]).flatMap((property) => {
    const condition = conditions[property];
    return condition === undefined ? [] : [{ where, property, condition }];
  });
}
