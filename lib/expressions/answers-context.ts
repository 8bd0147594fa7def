import { type Answers, getAnswer } from '@/lib/core/answers.ts';
import { ExpressionError } from './expression-error.ts';
import type { ExpressionContext } from './function.ts';

/** Lookups in a document of answers. */
export function answersContext(answers: Answers): ExpressionContext {
  return {
    dataModel(path, dataType = 'default') {
      if (dataType !== 'default')
        throw new ExpressionError('not_supported', `A form has one data model, not "${dataType}"`);
      try {
        return getAnswer(answers, path);
      } catch {
        throw new ExpressionError('lookup', `Bad data model path: ${path}`);
      }
    },
  };
}
