import { z } from 'zod';
import type { Expression } from './expression.ts';
import { validateExpression } from './validate-expression.ts';

/** An expression of a definition: known functions, right number of arguments, bounded size. */
export const expressionSchema = z.unknown().transform((value, context): Expression => {
  for (const message of validateExpression(value))
    context.addIssue({ code: 'custom', message, params: { problem: 'bad_condition' } });
  return value as Expression;
});
