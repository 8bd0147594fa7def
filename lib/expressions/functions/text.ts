import { ExpressionError } from '../expression-error.ts';
import type { Call, ExpressionFunction } from '../function.ts';
import { boundedText, decimalValue, type ExpressionValue, maxTextLength } from '../value.ts';

const any = Number.POSITIVE_INFINITY;

/** Looking for one text in another can take as long as both lengths multiplied. */
const maxSearch = 20_000_000;

/** Text. Case matters; anything with null is «does not contain». */
export const textFunctions: ExpressionFunction[] = [
  {
    id: 'concat',
    arity: [0, any],
    evaluate: (call) => boundedText(Array.from({ length: call.size }, (_, index) => call.text(index) ?? '')),
  },
  pair('contains', (text, part) => search(text, part) !== -1, false),
  pair('notContains', (text, part) => search(text, part) === -1, true),
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
    (text, part) => {
      const found = part === '' ? -1 : search(text, part);
      return found === -1 ? null : decimalValue(found);
    },
    null,
  ),
  { id: 'stringLength', arity: [1, 1], evaluate: (call) => decimalValue(call.text(0)?.length ?? 0) },
  {
    id: 'stringReplace',
    arity: [3, 3],
    evaluate(call) {
      const [text, part, replacement] = [call.text(0), call.text(1), call.text(2) ?? ''];
      if (!text || !part || search(text, part) === -1) return text && part ? text : null;
      const parts = text.split(part);
      const length = text.length + (parts.length - 1) * (replacement.length - part.length);
      if (length > maxTextLength) throw new ExpressionError('too_complex', 'The text is too long');
      return parts.join(replacement);
    },
  },
  {
    // Counts from the end where an index is negative, as JavaScript does.
    id: 'stringSlice',
    arity: [2, 3],
    evaluate(call) {
      const [text, start] = [call.text(0), position(call, 1)];
      const end = call.size > 2 ? position(call, 2) : undefined;
      return text === null ? null : text.slice(start, end);
    },
  },
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

function position(call: Call, index: number): number {
  const number = call.number(index);
  if (number === null)
    throw new ExpressionError(
      'wrong_type',
      'Start/end index cannot be null: stringIndexOf gives null for what it does not find',
    );
  return Number(number);
}

/** Where the part begins, or −1. @throws ExpressionError `too_complex` where the search could take long. */
function search(text: string, part: string): number {
  if (text.length * part.length > maxSearch)
    throw new ExpressionError('too_complex', 'The text to look for is too long');
  return text.indexOf(part);
}
