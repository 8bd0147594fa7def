import { type Answers, getAnswer } from '@/lib/core/answers.ts';

/** One row of a repeating group: the data model path of its array, without indexes, and the row's place in it. */
export interface Row {
  readonly group: string;
  readonly index: number;
}

/**
 * A data model path as seen from a row: `Group.Sub.Field` in the rows Group[1] and Group.Sub[0] → `Group[1].Sub[0].Field`.
 * Altinn's rule: a path that writes an index itself is not followed into the rows beneath it. `rows` goes from the outermost inwards.
 */
export function pathInRow(path: string, rows: readonly Row[]): string {
  let placed = path;
  for (const { group, index } of rows) {
    if (!path.startsWith(`${group}.`)) continue;
    const end = group.length + placed.length - path.length;
    placed = `${placed.slice(0, end)}[${index}]${placed.slice(end)}`;
  }
  return placed;
}

/** The rows that a group has, seen from the rows around it; each begins with those. Empty when nothing is there. */
export function rowsOf(answers: Answers, group: string, around: readonly Row[] = []): Row[][] {
  const found = getAnswer(answers, pathInRow(group, around));
  return Array.isArray(found) ? found.map((_, index) => [...around, { group, index }]) : [];
}
