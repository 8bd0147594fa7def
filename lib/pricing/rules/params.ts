import { parsePath } from '@/lib/core/answers.ts';
import { isDecimal } from '@/lib/core/decimal.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import { validateExpression } from '@/lib/expressions/validate-expression.ts';

/** How a rule's parameter is read from a definition, and what it wants when that fails. */
export interface Param<T> {
  readonly read: (value: unknown) => { value: T } | { problem: string };
  /** Keys of the service's texts in the value. */
  textKeys?(value: T): string[];
}

/** A data model path, a number, or an expression: how many, how much. */
export type Quantity = string | number | Expression[];

/** Whole minor units, 0 or more. */
export const amountMinor = param(
  'whole minor units, 0 or more',
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
);

/** Minor units per unit: a whole number, or a decimal string when a unit costs less than an øre more (`'23.5'`). */
export const unitMinor: Param<string> = {
  read(value) {
    const text = typeof value === 'number' ? String(value) : value;
    return isDecimal(text) && !text.startsWith('-')
      ? { value: text }
      : { problem: 'wants minor units as a whole number or a decimal string' };
  },
};

/** A decimal string, 0 or more. */
export const decimal = param(
  'a decimal string such as "12.5"',
  (value): value is string => isDecimal(value) && !value.startsWith('-'),
);

export const path = param(
  'a data model path',
  (value): value is string => typeof value === 'string' && isPath(value),
);

export const quantity: Param<Quantity> = {
  read(value) {
    if (Array.isArray(value)) {
      const [problem] = validateExpression(value);
      return problem === undefined ? { value: value as Expression[] } : { problem };
    }
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return { value };
    return typeof value === 'string' && isPath(value)
      ? { value }
      : { problem: 'wants a data model path, a number or an expression' };
  },
};

/** A key of the service's texts. */
export const textKey: Param<string> = {
  ...param('a text key', (value): value is string => typeof value === 'string' && value !== ''),
  textKeys: (value) => [value],
};

export const ids = param(
  'a list of rule ids',
  (value): value is string[] =>
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'),
);

export function oneOf<T extends string>(...values: T[]): Param<T> {
  return param(`one of ${values.join(', ')}`, (value): value is T => values.some((each) => each === value));
}

export function optional<T>({ read, textKeys }: Param<T>): Param<T | undefined> {
  return {
    read: (value) => (value === undefined ? { value: undefined } : read(value)),
    textKeys: (value) => (value === undefined ? [] : (textKeys?.(value) ?? [])),
  };
}

/** An object whose values are all of one kind. */
export function recordOf<T>({ read, textKeys }: Param<T>): Param<Record<string, T>> {
  return {
    read(value) {
      if (!isObject(value)) return { problem: 'wants an object' };
      const entries = Object.entries(value).map(([key, each]) => [key, read(each)] as const);
      for (const [key, each] of entries) if ('problem' in each) return { problem: `${key}: ${each.problem}` };
      return {
        value: Object.fromEntries(
          entries.flatMap(([key, each]) => ('value' in each ? [[key, each.value]] : [])),
        ),
      };
    },
    textKeys: (value) => Object.values(value).flatMap((each) => textKeys?.(each) ?? []),
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function param<T>(wants: string, fits: (value: unknown) => value is T): Param<T> {
  return { read: (value) => (fits(value) ? { value } : { problem: `wants ${wants}` }) };
}

function isPath(value: string): boolean {
  try {
    return parsePath(value).length > 0;
  } catch {
    return false;
  }
}
