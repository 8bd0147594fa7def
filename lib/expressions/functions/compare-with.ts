import { type ExpressionDate, toDate } from '../expression-date.ts';
import { ExpressionError } from '../expression-error.ts';
import type { Call, ExpressionFunction } from '../function.ts';
import { orders, same } from './compare.ts';

type Operator = (call: Call, left: number, right: number) => boolean;

const day = 86_400_000;

const operators = new Map<string, Operator>([
  ['equals', (call, left, right) => same(call.value(left), call.value(right))],
  ...orders.map(({ id, holds }): [string, Operator] => [
    id,
    (call, left, right) => holds(call.number(left), call.number(right)),
  ]),
  ['isBefore', dates((a, b) => a.time < b.time)],
  ['isBeforeEq', dates((a, b) => a.time <= b.time)],
  ['isAfter', dates((a, b) => a.time > b.time)],
  ['isAfterEq', dates((a, b) => a.time >= b.time)],
  ['isSameDay', dates(sameDay)],
]);

/** `["compare", a, operator, b]` and `["compare", a, "not", operator, b]`. */
export const compareWith: ExpressionFunction = {
  id: 'compare',
  arity: [3, 4],
  check(args) {
    if (args.length === 4 && args[1] !== 'not')
      return 'Second argument must be "not" when providing 4 arguments in total';
    const operator = args.at(-2);
    if (typeof operator !== 'string') return 'Invalid operator (it cannot be an expression or null)';
    if (operators.has(operator)) return undefined;
    return `Invalid operator "${operator.slice(0, 100)}", valid operators are ${[...operators.keys()].join(', ')}`;
  },
  evaluate(call) {
    const operator = operators.get(call.text(call.size - 2) ?? '');
    const holds = operator?.(call, 0, call.size - 1) ?? false;
    return call.size === 4 ? !holds : holds;
  },
};

/** An order between dates; false when either is missing. */
function dates(holds: (left: ExpressionDate, right: ExpressionDate) => boolean): Operator {
  return (call, left, right) => {
    const [a, b] = [toDate(call.value(left)), toDate(call.value(right))];
    if (a === null || b === null) return false;
    if (a.zone !== b.zone && (a.zone === 'local' || b.zone === 'local'))
      throw new ExpressionError('wrong_type', 'Can not compare timestamps where only one specify timezone');
    return holds(a, b);
  };
}

function sameDay(a: ExpressionDate, b: ExpressionDate): boolean {
  if (a.zone !== b.zone)
    throw new ExpressionError(
      'wrong_type',
      'Can not figure out if timestamps in different timezones are in the same day',
    );
  return Math.floor(a.time / day) === Math.floor(b.time / day);
}
