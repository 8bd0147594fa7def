import { pathInRow, type Row } from '@/lib/expressions/row.ts';

/** The row of a repeating group that something stands in. */
export interface RowPosition extends Row {
  /** `<id of the group>[<index>]`: what ids of the components in the row begin with. */
  readonly id: string;
}

/** Where the row that `within` ends in lies: `Varer[1].Deler[0]`. */
export function pathOfRow(within: readonly Row[]): string {
  return pathInRow(`${within.at(-1)?.group ?? ''}.`, within).slice(0, -1);
}

/** `Varer[1].Deler[0].Navn` → `Varer.Deler.Navn`. */
export function withoutIndexes(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}

/** Id of a component in the row that `rows` ends in: `vare[1].navn`; the definition's own outside rows. */
export function idInRows(id: string, rows: readonly Pick<RowPosition, 'id'>[]): string {
  const row = rows.at(-1);
  return row === undefined ? id : `${row.id}.${id}`;
}

/** The definition's id of a component on a page: `vare[1].navn` → `navn`, and of a row `vare[1]` → `vare`. */
export function definedId(id: string): string {
  return withoutIndexes(id.slice(id.lastIndexOf('.') + 1));
}
