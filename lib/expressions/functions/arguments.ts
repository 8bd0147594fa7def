import { ExpressionError } from '../expression-error.ts';
import type { ExpressionFunction } from '../function.ts';
import { named, own } from './surroundings.ts';

/** What the one who evaluates hands to the expression. */
export const argumentFunctions: ExpressionFunction[] = [
  {
    id: 'argv',
    arity: [1, 1],
    needs: () => 'positional',
    evaluate(call) {
      const { positional = [] } = call.context;
      const index = call.number(0);
      if (positional.length === 0) throw new ExpressionError('lookup', 'No positional arguments available');
      const found = index === null ? undefined : positional[Number(index)];
      if (found === undefined) throw new ExpressionError('lookup', `Index ${index} out of range`);
      return call.found(found);
    },
  },
  {
    id: 'value',
    arity: [0, 1],
    needs: () => 'values',
    evaluate(call) {
      const { values } = call.context;
      if (!values) throw new ExpressionError('lookup', 'No value arguments available');
      const key = call.text(0) ?? values.defaultKey;
      if (!key) throw new ExpressionError('lookup', 'Invalid key (expected string, got null)');
      if (!Object.hasOwn(values.data, key)) {
        const keys = Object.keys(values.data).join(', ').slice(0, 1_000);
        throw new ExpressionError('lookup', `Unknown key ${named(key)}, Valid keys are: ${keys}`);
      }
      return own(call, values.data, key);
    },
  },
];
