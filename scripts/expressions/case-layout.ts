import type { Answers } from '@/lib/core/answers.ts';
import { type Row, rowsOf } from '@/lib/expressions/row.ts';
import type { Binding, CaseComponent, CaseContext, CaseWorld } from './published-case.ts';

export interface PlacedComponent {
  component: CaseComponent;
  page: string;
  /** What it stands inside, outermost first. */
  parents: CaseComponent[];
}

/** Components of all pages by id, with what they stand inside. */
export function placedComponents(layouts: CaseWorld['layouts'] = {}): Map<string, PlacedComponent> {
  const placed = new Map<string, PlacedComponent>();
  for (const [page, { data }] of Object.entries(layouts)) {
    const parentOf = new Map(data.layout.flatMap((each) => (each.children ?? []).map((id) => [id, each])));
    for (const component of data.layout) {
      const parents: CaseComponent[] = [];
      for (let parent = parentOf.get(component.id); parent; parent = parentOf.get(parent.id))
        parents.unshift(parent);
      placed.set(component.id, { component, page, parents });
    }
  }
  return placed;
}

/** Data model path of the group when the component repeats. */
export function repeatedGroup({ type, maxCount = 1, dataModelBindings }: CaseComponent): string | undefined {
  const repeats = type === 'RepeatingGroup' || (type === 'Group' && maxCount > 1);
  return repeats ? fieldOf(dataModelBindings?.group) : undefined;
}

export function fieldOf(binding: Binding | undefined): string | undefined {
  return typeof binding === 'string' ? binding : binding?.field;
}

/** The groups of rows that a component stands in, outermost first. */
export function groupsAround(placed: PlacedComponent | undefined): string[] {
  return (placed?.parents ?? []).flatMap((parent) => repeatedGroup(parent) ?? []);
}

/** Every page with its components in every row, as the cases of context lists write it. */
export function expandContexts(layouts: CaseWorld['layouts'] = {}, answers: Answers): CaseContext[] {
  return Object.entries(layouts).map(([page, { data }]) => {
    const byId = new Map(data.layout.map((each) => [each.id, each]));
    const inside = new Set(data.layout.flatMap((each) => each.children ?? []));
    const expand = (component: CaseComponent, rows: readonly Row[]): CaseContext => {
      const group = repeatedGroup(component);
      const around = group === undefined ? [rows] : rowsOf(answers, group, rows);
      const children = around.flatMap((row) =>
        (component.children ?? []).flatMap((id) => {
          const child = byId.get(id);
          return child ? [expand(child, row)] : [];
        }),
      );
      return {
        component: component.id,
        currentLayout: page,
        ...(rows.length > 0 ? { rowIndices: rows.map(({ index }) => index) } : {}),
        ...(children.length > 0 ? { children } : {}),
      };
    };
    const top = data.layout.filter(({ id }) => !inside.has(id)).map((each) => expand(each, []));
    return { component: page, currentLayout: page, ...(top.length > 0 ? { children: top } : {}) };
  });
}
