import { pathInRow } from '@/lib/expressions/row.ts';
import { pathOf } from './component-path.ts';
import type { ResolvedComponent } from './resolve-form.ts';
import { type RowPosition, withoutIndexes } from './row-path.ts';

/** Where something visible lies in what is handed in: rows that are hidden leave no gap there. */
export interface Place {
  component: ResolvedComponent;
  /** With row indexes; absent for what has no answer. */
  path?: string;
  /** Of a repeating group with rows: how many are handed in. */
  rowCount?: number;
}

/** Every visible component with its place, outer before inner. */
export function placesOf(
  components: readonly ResolvedComponent[],
  within: readonly RowPosition[] = [],
): Place[] {
  return components.flatMap((component): Place[] => {
    const inside = placesOf(component.children, within);
    if (component.rows.length === 0) {
      return [{ component, path: placed(pathOf(component), within) }, ...inside];
    }
    const group = withoutIndexes(component.dataModelBindings?.group ?? '');
    const rows = component.rows.flatMap((row, index) =>
      placesOf(row.components, [...within, { group, index, id: row.id }]),
    );
    return [{ component, path: placed(group, within), rowCount: component.rows.length }, ...inside, ...rows];
  });
}

function placed(path: string | undefined, within: readonly RowPosition[]): string | undefined {
  return path === undefined ? undefined : pathInRow(withoutIndexes(path), within);
}
