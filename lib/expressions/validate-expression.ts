import type { Expression } from './expression.ts';
import { functions } from './functions/registry.ts';

/** Deeper than any regulation; bounds the recursion over documents from outside. */
export const maxDepth = 50;
const maxNodes = 10_000;

/**
 * What is wrong with an expression as written, innermost first, in Altinn's words; empty when it can be evaluated. One that is too
 * large is not read to its end: that is then all that is said.
 */
export function validateExpression(expression: unknown): string[] {
  const problems: string[] = [];
  let nodes = 0;
  /** Whether the node, and all that is in it, could be read. */
  const visit = (node: unknown, depth: number): boolean => {
    nodes += 1;
    if (nodes > maxNodes || depth > maxDepth) return false;
    if (Array.isArray(node)) {
      if (node.length > maxNodes) return false;
      const [name, ...args] = node as unknown[];
      if (!args.every((arg) => visit(arg, depth + 1))) return false;
      const problem = callProblem(name, args as Expression[], node.length);
      if (problem) problems.push(problem);
    } else if (!isLiteral(node)) problems.push(`Invalid type "${typeof node}"`);
    return true;
  };
  return visit(expression, 1) ? problems : [tooComplex];
}

export const tooComplex = `The expression is deeper than ${maxDepth} or larger than ${maxNodes} parts`;

function isLiteral(node: unknown): boolean {
  return (
    node === null ||
    typeof node === 'string' ||
    typeof node === 'boolean' ||
    (typeof node === 'number' && Number.isFinite(node))
  );
}

function callProblem(name: unknown, args: readonly Expression[], length: number): string | undefined {
  if (length === 0) return 'Missing function name in expression';
  if (typeof name !== 'string') return 'Function name in expression should be string';
  const found = functions.find(name);
  if (!found) return `Function "${name.slice(0, 100)}" not implemented`;
  const [min, max] = found.arity;
  if (args.length >= min && args.length <= max) return found.check?.(args);
  const wanted = max === Number.POSITIVE_INFINITY ? `${min}+` : min === max ? `${min}` : `${min}-${max}`;
  return `Expected ${wanted} argument(s), got ${args.length}`;
}
