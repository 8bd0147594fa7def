import { add, compare, divide, multiply, subtract, toFixed } from '@/lib/core/decimal.ts';
import { ExpressionError } from '../expression-error.ts';
import type { ExpressionFunction } from '../function.ts';
import { decimalValue, toNumber } from '../value.ts';

const any = Number.POSITIVE_INFINITY;

/** Exact arithmetic; a missing number counts as 0, as in Altinn, unless the context refuses it. */
export const numberFunctions: ExpressionFunction[] = [
  arithmetic('plus', [1, any], add),
  arithmetic('minus', [2, 2], subtract),
  arithmetic('multiply', [1, any], multiply),
  arithmetic('divide', [2, 2], (left, right) => {
    if (compare(right, '0') === 0) {
      throw new ExpressionError('division_by_zero', 'The second argument is 0, cannot divide by 0');
    }
    return divide(left, right);
  }),
  {
    // Gives text, as Altinn's does: the decimals asked for are kept.
    id: 'round',
    arity: [1, 2],
    evaluate(call) {
      const decimals = call.size > 1 ? Number(toFixed(toNumber(call.value(1)) ?? '0', 0)) : 0;
      if (decimals < 0 || decimals > 20) throw new ExpressionError('wrong_type', 'Expected 0 to 20 decimals');
      return toFixed(call.number(0) ?? '0', decimals);
    },
  },
];

function arithmetic(
  id: string,
  arity: readonly [number, number],
  step: (left: string, right: string) => string,
): ExpressionFunction {
  return {
    id,
    arity,
    evaluate(call) {
      let result = decimalValue(call.number(0) ?? '0');
      // Every step is bounded, so that a long product cannot grow without end.
      for (let index = 1; index < call.size; index += 1)
        result = decimalValue(step(result.decimal, call.number(index) ?? '0'));
      return result;
    },
  };
}
