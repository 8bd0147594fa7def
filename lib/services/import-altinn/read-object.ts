import type { JsonNode } from './json-source.ts';
import type { Place, Report } from './report.ts';

/** An object whose reader keeps count of what was read, so that what nobody reads can be told of. */
export interface ObjectReader {
  readonly at: Required<Place>;
  has(name: string): boolean;
  /** The value as it is; counts as read. */
  node(name: string): JsonNode | undefined;
  /** Each of these: undefined when absent or null; a wrong shape goes to the report and counts as absent. */
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  object(name: string): ObjectReader | undefined;
  list(name: string): readonly JsonNode[] | undefined;
  /** The texts of a list; anything else in it goes to the report. */
  texts(name: string): string[];
  /** What was not read; it counts as read from then on. Whatever is never asked for is told of in the end. */
  rest(): [string, JsonNode][];
}

type Expected = 'text' | 'number' | 'boolean' | 'object' | 'list';

/** @returns undefined, and a line in the report, when the value is no object. `name` says what it is. */
export function readObject(
  node: JsonNode | undefined,
  name: string,
  report: Report,
): ObjectReader | undefined {
  if (node === undefined || node.value === null) return undefined;
  const { at, members } = node;
  if (!members) {
    wrong(node, name, 'object', report);
    return undefined;
  }
  const read = new Set(['$schema']);
  const unread = (): [string, JsonNode][] => [...members].filter(([key]) => !read.has(key));
  report.watch(() => unread().map(([property, { value, at }]) => ({ property, value: shown(value), at })));
  const take = <T>(
    key: string,
    expected: Expected,
    pick: (value: JsonNode) => T | undefined,
  ): T | undefined => {
    read.add(key);
    const value = members.get(key);
    if (value === undefined || value.value === null) return undefined;
    const picked = pick(value);
    if (picked === undefined) wrong(value, key, expected, report);
    return picked;
  };
  return {
    at,
    has: (key) => members.has(key),
    node(key) {
      read.add(key);
      return members.get(key);
    },
    text: (key) => take(key, 'text', ({ value }) => (typeof value === 'string' ? value : undefined)),
    number: (key) => take(key, 'number', ({ value }) => (typeof value === 'number' ? value : undefined)),
    flag: (key) => take(key, 'boolean', ({ value }) => (typeof value === 'boolean' ? value : undefined)),
    object(key) {
      read.add(key);
      return readObject(members.get(key), key, report);
    },
    list: (key) => take(key, 'list', ({ list }) => list),
    texts(key) {
      return (take(key, 'list', ({ list }) => list) ?? []).flatMap((each) => {
        if (typeof each.value === 'string') return [each.value];
        wrong(each, key, 'text', report);
        return [];
      });
    },
    rest() {
      const left = unread();
      for (const [key] of left) read.add(key);
      return left;
    },
  };
}

function wrong({ at }: JsonNode, property: string, expected: Expected, report: Report): void {
  report.problem(at, 'wrongShape', { property, expected });
}

const longest = 2_000;

/** A value as one line of the report. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
