import { ExpressionError } from '../expression-error.ts';
import type { ExpressionFunction } from '../function.ts';
import { pathInRow } from '../row.ts';

/** What the answers hold. */
export const lookupFunctions: ExpressionFunction[] = [
  {
    id: 'dataModel',
    arity: [1, 2],
    check: ([, dataType]) =>
      Array.isArray(dataType)
        ? 'The data type must be a string (expressions cannot be used here)'
        : undefined,
    evaluate(call) {
      const path = call.text(0);
      if (path === null) throw new ExpressionError('lookup', 'Cannot lookup dataModel null');
      const answer = call.context.dataModel(path, call.text(1) ?? undefined);
      return call.found(answer, pathInRow(path, call.context.row ?? []));
    },
  },
  {
    id: 'component',
    arity: [1, 1],
    evaluate(call) {
      const id = call.text(0);
      if (id === null) throw new ExpressionError('lookup', 'Cannot lookup component null');
      if (!call.context.component)
        throw new ExpressionError('not_supported', 'There are no components to look up here');
      return call.found(call.context.component(id), id);
    },
  },
];
