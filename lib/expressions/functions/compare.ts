import { compare, isDecimal } from '@/lib/core/decimal.ts';
import type { Call, ExpressionFunction } from '../function.ts';
import { type ExpressionValue, isDecimalValue, toText } from '../value.ts';

export const compareFunctions: ExpressionFunction[] = [
  { id: 'equals', arity: [2, 2], evaluate: (call) => same(call.value(0), call.value(1)) },
  { id: 'notEquals', arity: [2, 2], evaluate: (call) => !same(call.value(0), call.value(1)) },
  ordering('greaterThan', (order) => order > 0),
  ordering('greaterThanEq', (order) => order >= 0),
  ordering('lessThan', (order) => order < 0),
  ordering('lessThanEq', (order) => order <= 0),
];

/** Altinn compares as text, `true`/`false`/`null` in any case; a number beside a decimal text compares by value (`12.50` is 12.5). */
function same(left: ExpressionValue, right: ExpressionValue): boolean {
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

/** An order between numbers; false when either is missing. */
function ordering(id: string, holds: (order: number) => boolean): ExpressionFunction {
  return {
    id,
    arity: [2, 2],
    evaluate(call: Call) {
      const [left, right] = [call.number(0), call.number(1)];
      return left !== null && right !== null && holds(compare(left, right));
    },
  };
}
