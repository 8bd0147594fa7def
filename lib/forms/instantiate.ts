import { type Answers, getAnswer } from '@/lib/core/answers.ts';
import { pathInRow } from '@/lib/expressions/row.ts';
import type { FormComponent } from './component.ts';
import { fields } from './fields/registry.ts';
import { idInRows, type RowPosition } from './row-path.ts';

/** No group has more rows, whatever its definition says; an answer with more is told of, and the rest is not looked at. */
export const maxRows = 200;
/** All rows of an outermost group together with those inside them. */
export const maxRowsInTree = 500;

/** A component where it stands: once, or once per row of the groups around it. */
export interface Instance {
  /** With id and paths of this very row. */
  component: FormComponent;
  /** The rows it stands in, outermost first. */
  within: readonly RowPosition[];
  children: readonly Instance[];
  rows: readonly InstanceRow[];
}

export interface InstanceRow {
  position: RowPosition;
  within: readonly RowPosition[];
  components: readonly Instance[];
}

/** Components of a definition as they stand with these answers: as many rows as are answered, and as must be there. */
export function instantiate(
  components: readonly FormComponent[],
  answers: Answers,
  within: readonly RowPosition[] = [],
  left: { rows: number } = { rows: maxRowsInTree },
): Instance[] {
  return components.map((definition): Instance => {
    const component = placed(definition, within);
    const children = definition.children ?? [];
    if (!isRepeating(definition)) {
      return { component, within, children: instantiate(children, answers, within, left), rows: [] };
    }
    const budget = within.length === 0 ? { rows: maxRowsInTree } : left;
    const rows = positionsOf(component, definition, answers, budget).map((position): InstanceRow => {
      const inside = [...within, position];
      return { position, within: inside, components: instantiate(children, answers, inside, budget) };
    });
    return { component, within, children: [], rows };
  });
}

/** A component with all that is inside it, in every row. */
export function flatInstances(instance: Instance): Instance[] {
  return [
    instance,
    ...instance.children.flatMap(flatInstances),
    ...instance.rows.flatMap((row) => row.components.flatMap(flatInstances)),
  ];
}

export function isRepeating({ type }: Pick<FormComponent, 'type'>): boolean {
  return fields.find(type)?.structure === 'rows';
}

/** How many rows an answer holds, of which at most one more than allowed is ever looked at. */
export function countRows(group: FormComponent, answers: Answers): number {
  const path = group.dataModelBindings?.group;
  const stored = path === undefined ? undefined : getAnswer(answers, path);
  return Math.min(Math.max(Array.isArray(stored) ? stored.length : 0, group.minCount ?? 0), maxRows + 1);
}

function positionsOf(
  component: FormComponent,
  definition: FormComponent,
  answers: Answers,
  budget: { rows: number },
): RowPosition[] {
  const count = Math.min(countRows(component, answers), budget.rows);
  budget.rows -= count;
  const group = definition.dataModelBindings?.group ?? '';
  return Array.from({ length: count }, (_, index) => ({ group, index, id: `${component.id}[${index}]` }));
}

function placed(definition: FormComponent, within: readonly RowPosition[]): FormComponent {
  if (within.length === 0) return definition;
  const bindings = Object.entries(definition.dataModelBindings ?? {});
  return {
    ...definition,
    id: idInRows(definition.id, within),
    dataModelBindings: Object.fromEntries(bindings.map(([name, path]) => [name, pathInRow(path, within)])),
  };
}
