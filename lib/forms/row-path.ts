/** The row of a repeating group that something stands in. */
export interface RowPosition {
  /** Data model path of the group, without indexes. */
  path: string;
  index: number;
  /** `<id of the group>[<index>]`: what ids of the components in the row begin with. */
  id: string;
}

/** `Varer.Deler.Navn` in row 1 of `Varer` and row 0 of its `Deler` → `Varer[1].Deler[0].Navn`; other paths stay as they are. */
export function pathInRows(path: string, rows: readonly Pick<RowPosition, 'path' | 'index'>[]): string {
  let [plain, indexed] = ['', ''];
  for (const row of rows) {
    const rest = row.path.slice(plain.length);
    // Only as far as the path goes the same way, and what says its own row is left alone.
    if (!path.startsWith(`${row.path}.`)) break;
    plain = row.path;
    indexed = `${indexed}${rest}[${row.index}]`;
  }
  return indexed + path.slice(plain.length);
}

/** Where the row that `within` ends in lies: `Varer[1].Deler[0]`. */
export function pathOfRow(within: readonly Pick<RowPosition, 'path' | 'index'>[]): string {
  const path = `${within.at(-1)?.path ?? ''}.`;
  return pathInRows(path, within).slice(0, -1);
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
