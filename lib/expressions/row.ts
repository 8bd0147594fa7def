import { parsePath } from '@/lib/core/answers.ts';
import { ExpressionError } from './expression-error.ts';

/** One row of a repeating group: the data model path of its array, without indexes, and the row's place in it. */
export interface Row {
  readonly group: string;
  readonly index: number;
}

/**
 * A data model path as seen from a row: `Group.Sub.Field` in the rows Group[1] and Group.Sub[0] → `Group[1].Sub[0].Field`.
 * Altinn's rule: a path that writes an index itself is not followed into the row beneath it. `rows` goes from the outermost inwards.
 * @throws ExpressionError `lookup` on a bad path.
 */
export function pathInRow(path: string, rows: readonly Row[]): string {
  if (rows.length === 0) return path;
  const segments = segmentsOf(path);
  // A segment that is a number: the path points at a row of its own choice from there on.
  const named = segments.findIndex((segment) => typeof segment === 'number');
  const open = named === -1 ? segments.length : named - 1;
  let placed = '';
  for (const [position, segment] of segments.entries()) {
    if (typeof segment === 'number') {
      placed += `[${segment}]`;
      continue;
    }
    placed += placed === '' ? segment : `.${segment}`;
    const group = segments.slice(0, position + 1).join('.');
    const row = position < open ? rows.find((each) => each.group === group) : undefined;
    // The array itself is the whole group, not its row.
    if (row && position < segments.length - 1) placed += `[${row.index}]`;
  }
  return placed;
}

function segmentsOf(path: string): (string | number)[] {
  try {
    return parsePath(path);
  } catch {
    throw new ExpressionError('lookup', `Bad data model path: ${path}`);
  }
}
