import type { Expression } from '../expression.ts';
import { ExpressionError } from '../expression-error.ts';
import type { Call, ExpressionFunction } from '../function.ts';
import { decimalValue, toBoolean } from '../value.ts';

const any = Number.POSITIVE_INFINITY;

/** Conditions. All stop as soon as the result is known. */
export const logicFunctions: ExpressionFunction[] = [
  {
    id: 'and',
    arity: [1, any],
    check: noBoolean,
    evaluate: (call) => !finds(call, false),
  },
  {
    id: 'or',
    arity: [1, any],
    check: noBoolean,
    evaluate: (call) => finds(call, true),
  },
  { id: 'not', arity: [1, 1], evaluate: (call) => !call.boolean(0) },
  {
    id: 'if',
    arity: [0, any],
    check(args) {
      if (args.length !== 2 && args.length < 3)
        return `Expected either 2 arguments (if) or 4 (if + else), got ${args.length}`;
      if (args.length > 2 && args[2] !== 'else') return 'Expected third argument to be "else"';
      if (args.length !== 2 && args.length !== 4)
        return `Expected either 2 arguments (if) or 4 (if + else), got ${args.length}`;
      return undefined;
    },
    evaluate(call) {
      if (call.boolean(0)) return call.value(1);
      return call.size === 4 ? call.value(3) : null;
    },
  },
];

function finds(call: Call, wanted: boolean): boolean {
  for (let index = 0; index < call.size; index += 1) if (call.boolean(index) === wanted) return true;
  return false;
}

/** A literal that can never be a condition is refused, also where the evaluation would stop before it. */
function noBoolean(args: readonly Expression[]): string | undefined {
  for (const arg of args) {
    if (Array.isArray(arg)) continue;
    try {
      toBoolean(typeof arg === 'number' ? decimalValue(arg) : arg);
    } catch (error) {
      return error instanceof ExpressionError ? error.words : 'Invalid argument';
    }
  }
  return undefined;
}
