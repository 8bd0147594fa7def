import type { Expression } from '@/lib/expressions/expression.ts';
import type { Quantity } from './rules/params.ts';

/** Data model paths as a quantity or an expression itself writes them: none that is put together of answers. */
export function pathsNamed(from: Quantity | Expression): string[] {
  return [...new Set(typeof from === 'string' ? [from] : lookedUp(from))];
}

function lookedUp(expression: Expression): string[] {
  if (!Array.isArray(expression)) return [];
  const [name, path] = expression;
  const own = name === 'dataModel' && typeof path === 'string' ? [path] : [];
  return [...own, ...expression.slice(1).flatMap(lookedUp)];
}
