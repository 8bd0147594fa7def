import type { Expression } from '@/lib/expressions/expression.ts';
import { suppliedProblems } from '@/lib/expressions/supplied-problems.ts';
import { validateExpression } from '@/lib/expressions/validate-expression.ts';

/** What is wrong with an expression of a price rule: it can look up answers by their paths and nothing else. */
export function ruleExpressionProblems(expression: unknown): string[] {
  const invalid = validateExpression(expression);
  if (invalid.length > 0) return invalid;
  return suppliedProblems(expression as Expression, {}, 'a price rule').map(({ message }) => message);
}
