import type { Expression } from '@/lib/expressions/expression.ts';
import { validateExpression } from '@/lib/expressions/validate-expression.ts';
import { conditionProblems } from '@/lib/forms/condition-problems.ts';

/** What names in expressions mean in the service. */
export interface ExpressionScope {
  /** Id of the form's data model: lookups may name it. */
  model: string | undefined;
  /** Id in the service of a component that was taken over. */
  componentId(id: string): string | undefined;
  /** Key in the service of a text that the app names. */
  textKey(name: string): string;
  hasOptionList(id: string): boolean;
}

export type ConvertedExpression =
  | { ok: true; expression: boolean | Expression }
  | { ok: false; problem: string };

/** Altinn's expression in Kvitt's language, or what keeps it from being taken over, in the language's own words. */
export function convertExpression(value: unknown, scope: ExpressionScope): ConvertedExpression {
  if (typeof value === 'boolean') return { ok: true, expression: value };
  if (!Array.isArray(value)) return { ok: false, problem: 'Expected a boolean or an expression' };
  const missing: string[] = [];
  const expression = rename(value, scope, missing);
  const [problem] = validateExpression(expression);
  if (problem !== undefined) return { ok: false, problem };
  const [name] = missing;
  if (name !== undefined) return { ok: false, problem: name };
  const [unsupported] = conditionProblems(expression as Expression);
  if (unsupported !== undefined) return { ok: false, problem: unsupported.message };
  return { ok: true, expression: expression as Expression };
}

function rename(node: unknown, scope: ExpressionScope, missing: string[]): unknown {
  if (!Array.isArray(node)) return node;
  const [name, ...args] = node.map((each) => rename(each, scope, missing));
  if (name === 'dataModel' && args.length === 2 && typeof args[1] === 'string') {
    if (args[1] === scope.model) return [name, args[0]];
    missing.push(`Unknown data model "${args[1]}"`);
  }
  if ((name === 'component' || name === 'displayValue') && typeof args[0] === 'string') {
    const id = scope.componentId(args[0]);
    if (id === undefined) missing.push(`Unable to find component with identifier ${args[0]}`);
    return [name, id ?? args[0], ...args.slice(1)];
  }
  if (name === 'text' && typeof args[0] === 'string') return [name, scope.textKey(args[0]), ...args.slice(1)];
  if (name === 'optionLabel' && typeof args[0] === 'string' && !scope.hasOptionList(args[0]))
    missing.push(`Could not find options with id "${args[0]}"`);
  return [name, ...args];
}
