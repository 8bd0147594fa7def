import { compare, isDecimal } from '@/lib/core/decimal.ts';
import type { ExpressionFunction } from '../function.ts';
import { type ExpressionValue, isDecimalValue, toText } from '../value.ts';

/** Orders between numbers; none holds when either is missing. */
export const orders = [
  order('greaterThan', (sign) => sign > 0),
  order('greaterThanEq', (sign) => sign >= 0),
  order('lessThan', (sign) => sign < 0),
  order('lessThanEq', (sign) => sign <= 0),
];

export const compareFunctions: ExpressionFunction[] = [
  { id: 'equals', arity: [2, 2], evaluate: (call) => same(call.value(0), call.value(1)) },
  { id: 'notEquals', arity: [2, 2], evaluate: (call) => !same(call.value(0), call.value(1)) },
  ...orders.map(
    ({ id, holds }): ExpressionFunction => ({
      id,
      arity: [2, 2],
      evaluate: (call) => holds(call.number(0), call.number(1)),
    }),
  ),
];

/** Altinn compares as text, `true`/`false`/`null` in any case; a number beside a decimal text compares by value (`12.50` is 12.5). */
export function same(left: ExpressionValue, right: ExpressionValue): boolean {
  const [a, b] = [comparable(left), comparable(right)];
  if (
    a !== null &&
    b !== null &&
    (isDecimalValue(left) || isDecimalValue(right)) &&
    isDecimal(a) &&
    isDecimal(b)
  ) {
    return compare(a, b) === 0;
  }
  return a === b;
}

function comparable(value: ExpressionValue): string | null {
  const text = toText(value);
  return text !== null && /^(true|false)$/i.test(text) ? text.toLowerCase() : text;
}

function order(id: string, holds: (sign: number) => boolean) {
  return {
    id,
    holds: (left: string | null, right: string | null): boolean =>
      left !== null && right !== null && holds(compare(left, right)),
  };
}
