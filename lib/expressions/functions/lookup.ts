import { ExpressionError } from '../expression-error.ts';
import type { Call, ExpressionFunction } from '../function.ts';
import { pathInRow } from '../row.ts';
import { boundedText, toText } from '../value.ts';
import { power } from './surroundings.ts';

/** Longer than any path or id; a look-up costs as much as its path has parts. */
const maxName = 1_000;
/** What the form's own data model is called, where one is named. */
const ownModel = 'default';

/** What the answers hold. */
export const lookupFunctions: ExpressionFunction[] = [
  {
    id: 'dataModel',
    arity: [1, 2],
    needs: ([, dataType]) =>
      dataType === undefined || dataType === null || dataType === ownModel ? undefined : 'models',
    check: ([, dataType]) =>
      Array.isArray(dataType)
        ? 'The data type must be a string (expressions cannot be used here)'
        : undefined,
    evaluate(call) {
      const path = wanted(call, 'dataModel');
      const answer = call.context.dataModel(path, call.text(1) ?? undefined);
      return call.found(answer, pathInRow(path, call.context.row ?? []));
    },
  },
  {
    id: 'component',
    arity: [1, 1],
    needs: () => 'component',
    evaluate(call) {
      const id = wanted(call, 'component');
      return call.found(power(call, 'component')(id), id);
    },
  },
  {
    id: 'displayValue',
    arity: [1, 1],
    needs: () => 'displayValue',
    evaluate: (call) => power(call, 'displayValue')(wanted(call, 'component')),
  },
  {
    // One property of every row, each with something before and after, separated by spaces.
    id: '_experimentalSelectAndMap',
    arity: [2, 5],
    evaluate(call) {
      const rows = call.context.dataModel(wanted(call, 'dataModel'));
      const property = call.text(1);
      if (property === null) throw new ExpressionError('lookup', 'Cannot lookup dataModel null');
      const [before, after] = [call.text(2) ?? '', call.text(3) ?? ''];
      const afterLast = call.size < 5 || call.boolean(4);
      if (!Array.isArray(rows)) return '';
      return boundedText(
        rows.flatMap((row, index) => {
          const isRow = row !== null && typeof row === 'object' && !Array.isArray(row);
          const found = isRow && Object.hasOwn(row, property) ? toText(call.found(row[property])) : '';
          const isLast = index === rows.length - 1;
          return [index > 0 ? ' ' : '', before, found ?? '', isLast && !afterLast ? '' : after];
        }),
      );
    },
  },
];

/** The first argument, as a path or an id. */
function wanted(call: Call, what: string): string {
  const found = call.text(0);
  if (found === null) throw new ExpressionError('lookup', `Cannot lookup ${what} null`);
  if (found.length > maxName) throw new ExpressionError('too_complex', 'What to look up is too long');
  return found;
}
