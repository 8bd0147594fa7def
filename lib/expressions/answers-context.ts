import { type Answers, getAnswer } from '@/lib/core/answers.ts';
import { ExpressionError } from './expression-error.ts';
import type { ExpressionContext } from './function.ts';
import { pathInRow, type Row } from './row.ts';

/**
 * Lookups in a document of answers. With `row`, from the outermost group inwards, a path without indexes means
 * that row: `Group.Field` is `Group[1].Field` in row 1 of Group.
 */
export function answersContext(
  answers: Answers,
  { row = [] }: { row?: readonly Row[] } = {},
): ExpressionContext {
  return {
    row,
    dataModel(path, dataType = 'default') {
      if (dataType !== 'default')
        throw new ExpressionError('not_supported', `A form has one data model, not "${dataType}"`);
      try {
        return getAnswer(answers, pathInRow(path, row));
      } catch {
        throw new ExpressionError('lookup', `Bad data model path: ${path.slice(0, 100)}`);
      }
    },
  };
}
