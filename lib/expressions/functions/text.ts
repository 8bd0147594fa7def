import type { ExpressionFunction } from '../function.ts';
import { decimalValue, type ExpressionValue } from '../value.ts';

const any = Number.POSITIVE_INFINITY;

/** Text. Case matters; anything with null is «does not contain». */
export const textFunctions: ExpressionFunction[] = [
  {
    id: 'concat',
    arity: [0, any],
    evaluate: (call) => Array.from({ length: call.size }, (_, index) => call.text(index) ?? '').join(''),
  },
  pair('contains', (text, part) => text.includes(part), false),
  pair('notContains', (text, part) => !text.includes(part), true),
  pair('startsWith', (text, part) => text.startsWith(part), false),
  pair('endsWith', (text, part) => text.endsWith(part), false),
  pair(
    'commaContains',
    (text, part) =>
      text
        .split(',')
        .map((each) => each.trim())
        .includes(part),
    false,
  ),
  pair(
    'stringIndexOf',
    (text, part) => (text.includes(part) ? decimalValue(text.indexOf(part)) : null),
    null,
  ),
  { id: 'stringLength', arity: [1, 1], evaluate: (call) => decimalValue(call.text(0)?.length ?? 0) },
  one('lowerCase', (text) => text.toLowerCase()),
  one('upperCase', (text) => text.toUpperCase()),
  one('lowerCaseFirst', (text) => text.charAt(0).toLowerCase() + text.slice(1)),
  one('upperCaseFirst', (text) => text.charAt(0).toUpperCase() + text.slice(1)),
];

function one(id: string, change: (text: string) => string): ExpressionFunction {
  return {
    id,
    arity: [1, 1],
    evaluate(call) {
      const text = call.text(0);
      return text === null ? null : change(text);
    },
  };
}

function pair(
  id: string,
  compute: (text: string, part: string) => ExpressionValue,
  onNull: ExpressionValue,
): ExpressionFunction {
  return {
    id,
    arity: [2, 2],
    evaluate(call) {
      const [text, part] = [call.text(0), call.text(1)];
      return text === null || part === null ? onNull : compute(text, part);
    },
  };
}
