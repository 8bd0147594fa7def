import { ExpressionError } from '../expression-error.ts';
import type { Call, ExpressionFunction } from '../function.ts';
import { decimalValue, type ExpressionValue, toText } from '../value.ts';
import { named, power } from './surroundings.ts';

/** Texts of the form, labels of options, and links in them. */
export const wordingFunctions: ExpressionFunction[] = [
  {
    // A key without a text reads as itself.
    id: 'text',
    arity: [1, 1],
    needs: () => 'text',
    evaluate(call) {
      const key = call.text(0);
      return key === null ? null : (power(call, 'text')(key) ?? key);
    },
  },
  {
    id: 'optionLabel',
    arity: [2, 2],
    needs: () => 'options',
    check: ([listId]) =>
      typeof listId === 'string'
        ? undefined
        : 'The first argument must be a string (expressions cannot be used here)',
    evaluate(call) {
      const listId = call.text(0) ?? '';
      const options = power(call, 'options')(listId);
      if (!options) throw new ExpressionError('lookup', `Could not find options with id "${named(listId)}"`);
      const wanted = toText(call.value(1));
      const label = options.find(({ value }) => toText(scalar(value)) === wanted)?.label;
      return label === undefined ? null : (call.context.text?.(label) ?? label);
    },
  },
  link('linkToPage', (page) => ({ page })),
  link('linkToComponent', (component) => ({ component })),
];

function link(
  id: string,
  target: (id: string) => { page: string } | { component: string },
): ExpressionFunction {
  return {
    id,
    arity: [2, 3],
    needs: () => 'link',
    evaluate(call: Call) {
      const [text, to] = [call.text(0), call.text(1)];
      const back = call.size > 2 && call.boolean(2);
      return text === null || to === null ? null : power(call, 'link')(text, target(to), back);
    },
  };
}

function scalar(value: string | number | boolean | null): ExpressionValue {
  return typeof value === 'number' ? decimalValue(value) : value;
}
