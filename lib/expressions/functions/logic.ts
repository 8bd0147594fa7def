import type { Call, ExpressionFunction } from '../function.ts';

const any = Number.POSITIVE_INFINITY;

/** Conditions. All stop as soon as the result is known. */
export const logicFunctions: ExpressionFunction[] = [
  { id: 'and', arity: [1, any], evaluate: (call) => indexes(call).every((index) => call.boolean(index)) },
  { id: 'or', arity: [1, any], evaluate: (call) => indexes(call).some((index) => call.boolean(index)) },
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

function indexes(call: Call): number[] {
  return Array.from({ length: call.size }, (_, index) => index);
}
