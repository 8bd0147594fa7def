import { z } from 'zod';
import type { Expression } from './expression.ts';
import { validateExpression } from './validate-expression.ts';

/** An expression of a definition: known functions, right number of arguments, bounded size. */
export const expressionSchema = expressionSchemaOf(validateExpression);

/** The same for a place that asks more of its expressions. @param problemsOf what is wrong with what is written there. */
export function expressionSchemaOf(problemsOf: (expression: unknown) => string[]) {
  return z.unknown().transform((value, context): Expression => {
    for (const message of problemsOf(value))
      context.addIssue({ code: 'custom', message, params: { problem: 'bad_condition' } });
    return value as Expression;
  });
}
