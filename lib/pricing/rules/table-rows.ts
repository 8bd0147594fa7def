import { compare } from '@/lib/core/decimal.ts';
import { amountsWithin, decimal, isObject, type Param, type Reading } from './params.ts';
import { amountMinor, type Rate } from './rate.ts';

/** What an answer must be: exactly this value, or a number from 0 up to this one, inclusive. */
export type Cell = string | { upTo: string };

export interface TableRow {
  is: Cell[];
  price: Rate;
}

/** Longer tables belong in several rules. */
const maxRows = 500;

/** `[{ is: ['veranda', { upTo: '50' }], amountMinor: 290000 }, …]`; a row that an earlier one hides is a slip. */
export const tableRows: Param<TableRow[]> = {
  read(value, date) {
    if (!Array.isArray(value) || value.length === 0) return { problem: 'wants a list of rows' };
    if (value.length > maxRows) return { problem: `wants at most ${maxRows} rows` };
    const rows: TableRow[] = [];
    let early: { notBefore: string } | undefined;
    for (const [index, each] of value.entries()) {
      const row = readRow(each, date);
      if ('problem' in row) return { problem: `row ${index + 1}: ${row.problem}` };
      if ('notBefore' in row) early ??= row;
      else rows.push(row.value);
    }
    if (early) return early;
    const problem = hiddenRow(rows);
    return problem === undefined ? { value: rows } : { problem };
  },
  changes: (value) =>
    Array.isArray(value)
      ? value.flatMap((row) => (isObject(row) ? (amountMinor.changes?.(row.amountMinor) ?? []) : []))
      : [],
  amounts: (value) =>
    amountsWithin(Array.isArray(value) ? [...value.entries()] : [], {
      amounts: () => [{ path: ['amountMinor'], kind: 'amountMinor' }],
    }),
};

function readRow(value: unknown, date: string): Reading<TableRow> {
  if (!isObject(value)) return { problem: 'wants an object' };
  const unknown = Object.keys(value).find((key) => key !== 'is' && key !== 'amountMinor');
  if (unknown !== undefined) return { problem: `${unknown}: unknown` };
  const { is } = value;
  if (!Array.isArray(is) || is.length === 0) return { problem: 'is: wants a list of one or two cells' };
  const bad = is.findIndex((cell) => !isCell(cell));
  if (bad !== -1) return { problem: `is: cell ${bad + 1} wants an option's value or { upTo: "50" }` };
  const price = amountMinor.read(value.amountMinor, date);
  if ('problem' in price) return { problem: `amountMinor: ${price.problem}` };
  return 'value' in price ? { value: { is: is as Cell[], price: price.value } } : price;
}

function isCell(cell: unknown): cell is Cell {
  if (typeof cell === 'string') return cell !== '';
  return isObject(cell) && Object.keys(cell).length === 1 && 'value' in decimal.read(cell.upTo, '');
}

function hiddenRow(rows: readonly TableRow[]): string | undefined {
  // Rows hide each other only when their fixed values are the same.
  const alike = new Map<string, { row: TableRow; number: number }[]>();
  for (const [index, row] of rows.entries()) {
    const key = JSON.stringify(row.is.map((cell) => (typeof cell === 'string' ? cell : null)));
    const earlier = alike.get(key) ?? [];
    const hiding = earlier.find(({ row: each }) =>
      each.is.every((cell, place) => covers(cell, row.is[place])),
    );
    if (hiding) return `row ${index + 1} is never reached: row ${hiding.number} already covers it`;
    alike.set(key, [...earlier, { row, number: index + 1 }]);
  }
  return undefined;
}

function covers(cell: Cell, other: Cell | undefined): boolean {
  if (typeof cell === 'string' || other === undefined || typeof other === 'string') return cell === other;
  return compare(cell.upTo, other.upTo) >= 0;
}
