import type { z } from 'zod';
import { isProblemCode, type Problem, type ProblemCode } from './problem.ts';

type Issue = z.core.$ZodIssue;
type Found = Pick<Problem, 'code' | 'values'>;

/** What a schema says of a document that it refuses, under one of the few codes for its shape. `json` is that document. */
export function shapeProblem(issue: Issue, json: unknown): Problem {
  const { path, message } = issue;
  return { path: path.map(String).join('.'), message, ...found(issue, valueAt(json, path) === undefined) };
}

function found(issue: Issue, isAbsent: boolean): Found {
  switch (issue.code) {
    case 'too_big':
      return { code: big(issue.origin), values: { max: String(issue.maximum) } };
    case 'too_small':
      // A text of at least one character is one that is there.
      if (issue.origin === 'string') return { code: 'missing' };
      return {
        code: issue.origin === 'array' ? 'too_few' : 'too_small',
        values: { min: String(issue.minimum) },
      };
    case 'invalid_format':
      return { code: 'wrong_form' };
    case 'unrecognized_keys':
      return { code: 'unknown_field', values: { names: issue.keys.join(', ') } };
    case 'invalid_value':
      return { code: isAbsent ? 'missing' : 'not_allowed' };
    case 'custom':
      return named(issue.params) ?? { code: isAbsent ? 'missing' : 'not_accepted' };
    case 'invalid_union':
      return within(issue.errors.flat()) ?? { code: isAbsent ? 'missing' : 'wrong_kind' };
    default:
      return { code: isAbsent ? 'missing' : 'wrong_kind' };
  }
}

function big(origin: string): ProblemCode {
  if (origin === 'string') return 'too_long';
  return origin === 'array' ? 'too_many' : 'too_large';
}

/** Our own rules say in `params.problem` which code they come under. */
function named(params: Record<string, unknown> | undefined): Found | undefined {
  const { problem, ...values } = params ?? {};
  if (!isProblemCode(problem)) return undefined;
  return {
    code: problem,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
  };
}

function within(issues: readonly Issue[]): Found | undefined {
  return issues.map((each) => (each.code === 'custom' ? named(each.params) : undefined)).find(Boolean);
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
