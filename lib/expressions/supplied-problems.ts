import type { Expression } from './expression.ts';
import type { Power } from './function.ts';
import { functions } from './functions/registry.ts';
import { validateExpression } from './validate-expression.ts';

/** What a place gives the expressions that stand there, each with what it asks of the arguments as written: a problem, if any. */
export type Supplied = Readonly<Partial<Record<Power, (args: readonly Expression[]) => string | undefined>>>;

export interface CallProblem {
  /** Of the function. */
  name: string;
  message: string;
}

/**
 * The calls of an expression that could never be answered where it stands, innermost first; empty for an expression that is
 * invalid anyway. @param place what the place is called in the message: «a condition of a form».
 */
export function suppliedProblems(expression: Expression, supplied: Supplied, place: string): CallProblem[] {
  return callsIn(expression).flatMap(({ name, args }) => {
    const power = functions.find(name)?.needs?.(args);
    if (power === undefined) return [];
    const judge = supplied[power];
    const problem = judge ? judge(args) : `${place} has no answer to it`;
    return problem === undefined ? [] : [{ name, message: `"${name}" is not supported: ${problem}` }];
  });
}

export interface WrittenCall {
  name: string;
  args: readonly Expression[];
}

/** Every call in a valid expression, innermost first; none in an invalid one. */
export function callsIn(expression: Expression | undefined): WrittenCall[] {
  if (!Array.isArray(expression) || validateExpression(expression).length > 0) return [];
  const visit = (node: Expression): WrittenCall[] => {
    if (!Array.isArray(node)) return [];
    const [name, ...args] = node;
    return [...args.flatMap(visit), { name: String(name), args }];
  };
  return visit(expression);
}
