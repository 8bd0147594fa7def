import { parsePath } from '@/lib/core/answers.ts';
import { isDecimal } from '@/lib/core/decimal.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import { ruleExpressionProblems } from '../rule-expression-problems.ts';

/** A parameter on a day: its value, what is wrong with it, or the first day that it has a value. */
export type Reading<T> = { value: T } | { problem: string } | { notBefore: string };

/** How an amount is written: whole minor units, minor units per unit as a decimal string, or a percentage; also its key in a dated list. */
export type AmountKind = 'amountMinor' | 'unitMinor' | 'percent';

/** Where an amount stands: keys and indexes from the value, `[1, 'unitMinor']`; none when it is the value itself. */
export interface AmountPlace {
  path: readonly (string | number)[];
  kind: AmountKind;
}

/** How a rule's parameter is read from a definition, and what it wants when that fails. */
export interface Param<T> {
  /** @param date the day whose value counts, `YYYY-MM-DD`. */
  readonly read: (value: unknown, date: string) => Reading<T>;
  /** Days on which the value changes: only dated amounts have them. */
  changes?(value: unknown): string[];
  /** Where in the value as it is written amounts stand. */
  amounts?(value: unknown): AmountPlace[];
  /** Keys of the service's texts in the value. */
  textKeys?(value: T): string[];
  /** Data model paths that the value looks up. */
  paths?(value: T): string[];
}

/** A data model path, a number, or an expression: how many, how much. */
export type Quantity = string | number | Expression[];

/** A decimal string, 0 or more. */
export const decimal = param(
  'a decimal string such as "12.5"',
  (value): value is string => isDecimal(value) && !value.startsWith('-'),
);

export const path: Param<string> = {
  ...param('a data model path', (value): value is string => typeof value === 'string' && isPath(value)),
  paths: (value) => [value],
};

/** One or two data model paths. */
export const onePathOrTwo: Param<string[]> = {
  ...param(
    'a list of one or two data model paths',
    (value): value is string[] =>
      Array.isArray(value) &&
      (value.length === 1 || value.length === 2) &&
      value.every((each) => typeof each === 'string' && isPath(each)),
  ),
  paths: (value) => value,
};

export const quantity: Param<Quantity> = {
  read(value) {
    if (Array.isArray(value)) {
      const [problem] = ruleExpressionProblems(value);
      return problem === undefined ? { value: value as Expression[] } : { problem };
    }
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return { value };
    return typeof value === 'string' && isPath(value)
      ? { value }
      : { problem: 'wants a data model path, a number or an expression' };
  },
  paths: (value) => (typeof value === 'string' ? [value] : []),
};

/** A key of the service's texts. */
export const textKey: Param<string> = {
  ...param('a text key', (value): value is string => typeof value === 'string' && value !== ''),
  textKeys: (value) => [value],
};

export const ids = param(
  'a list of rule ids, each once',
  (value): value is string[] =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === 'string') &&
    new Set(value).size === value.length,
);

export const yesOrNo = param('true or false', (value): value is boolean => typeof value === 'boolean');

export function oneOf<T extends string>(...values: T[]): Param<T> {
  return param(`one of ${values.join(', ')}`, (value): value is T => values.some((each) => each === value));
}

export function optional<T>({ read, changes, amounts, textKeys, paths }: Param<T>): Param<T | undefined> {
  return {
    read: (value, date) => (value === undefined ? { value: undefined } : read(value, date)),
    changes: (value) => (value === undefined ? [] : (changes?.(value) ?? [])),
    amounts: (value) => (value === undefined ? [] : (amounts?.(value) ?? [])),
    textKeys: (value) => (value === undefined ? [] : (textKeys?.(value) ?? [])),
    paths: (value) => (value === undefined ? [] : (paths?.(value) ?? [])),
  };
}

/** An object with at least one value, all of one kind. */
export function recordOf<T>(of: Param<T>): Param<Record<string, T>> {
  return {
    read(value, date) {
      if (!isObject(value) || Object.keys(value).length === 0)
        return { problem: 'wants an object that is not empty' };
      const read = readAll(Object.entries(value), of, date);
      return 'value' in read ? { value: Object.fromEntries(read.value) } : read;
    },
    changes: (value) =>
      isObject(value) ? Object.values(value).flatMap((each) => of.changes?.(each) ?? []) : [],
    amounts: (value) => (isObject(value) ? amountsWithin(Object.entries(value), of) : []),
    textKeys: (value) => Object.values(value).flatMap((each) => of.textKeys?.(each) ?? []),
  };
}

/** The amounts of parts, each below the part's own key or index. */
export function amountsWithin(
  parts: readonly (readonly [string | number, unknown])[],
  of: Pick<Param<unknown>, 'amounts'>,
): AmountPlace[] {
  return parts.flatMap(([key, each]) =>
    (of.amounts?.(each) ?? []).map(({ path: below, kind }) => ({ path: [key, ...below], kind })),
  );
}

/** Reads values with their names; the first that fails speaks for all. */
export function readAll<T>(
  entries: readonly (readonly [string, unknown])[],
  of: Param<T>,
  date: string,
): Reading<(readonly [string, T])[]> {
  const values: (readonly [string, T])[] = [];
  let early: { notBefore: string } | undefined;
  for (const [name, each] of entries) {
    const read = of.read(each, date);
    if ('problem' in read) return { problem: `${name}: ${read.problem}` };
    if ('notBefore' in read) early ??= read;
    else values.push([name, read.value]);
  }
  return early ?? { value: values };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function param<T>(wants: string, fits: (value: unknown) => value is T): Param<T> {
  return { read: (value) => (fits(value) ? { value } : { problem: `wants ${wants}` }) };
}

function isPath(value: string): boolean {
  try {
    return parsePath(value).length > 0;
  } catch {
    return false;
  }
}
