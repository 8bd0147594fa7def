import { isDeepStrictEqual } from 'node:util';
import type { Answers } from '@/lib/core/answers.ts';
import { evaluate } from '@/lib/expressions/evaluate.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import { ExpressionError } from '@/lib/expressions/expression-error.ts';
import { type ExpressionValue, isDecimalValue } from '@/lib/expressions/value.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { caseContext } from './case-context.ts';
import { expandContexts } from './case-layout.ts';
import { notInKvitt } from './not-in-kvitt.ts';
import type { PublishedCase } from './published-case.ts';

export type Verdict =
  | { outcome: 'passed' }
  | { outcome: 'failed'; reason: string }
  | { outcome: 'skipped'; function: string; reason: string };

/** Runs one published case. Whatever is thrown that is no ExpressionError is a failure, also where a failure is expected. */
export function judgeCase(published: PublishedCase): Verdict {
  const { broken, expectedContexts, expression, expects, expectsFailure } = published;
  if (broken !== undefined) return failed(`unreadable: ${broken}`);
  if (expectedContexts) {
    const found = expandContexts(published.layouts, (published.dataModel ?? {}) as Answers);
    return verdict(isDeepStrictEqual(found, expectedContexts), expectedContexts, found);
  }
  if (expression === undefined) return failed('no expression');
  const left = leftOut(published, expression);
  if (left) return { outcome: 'skipped', ...left };
  try {
    const value = plain(evaluate(expression, caseContext(published)));
    if (expectsFailure !== undefined)
      return failed(`wanted the failure «${expectsFailure}», got ${json(value)}`);
    return verdict(isDeepStrictEqual(value, expects), expects, value);
  } catch (error) {
    if (!(error instanceof ExpressionError)) return failed(`threw ${String(error)}`);
    if (expectsFailure === undefined) return failed(`${error.code}: ${error.words}`);
    return verdict(fails(error.words, expectsFailure), expectsFailure, error.words);
  }
}

/** The decision, if there is one, by which a case is left out. */
function leftOut({ layouts = {} }: PublishedCase, expression: Expression) {
  const [name, id] = Array.isArray(expression) ? expression : [];
  const component = Object.values(layouts)
    .flatMap(({ data }) => data.layout)
    .find((each) => each.id === id);
  if (!component) return undefined;
  const { type } = component;
  const decision = notInKvitt.find(({ function: asked, componentTypes, property }) => {
    const isType = componentTypes?.includes(type) && !fields.has(type);
    return asked === name && (isType || (property !== undefined && Object.hasOwn(component, property)));
  });
  return decision && { function: decision.function, reason: `${type}: ${decision.reason}` };
}

/** Altinn's arithmetic words a wrong number of arguments differently: «Invalid». */
function fails(message: string, wanted: string): boolean {
  return message.includes(wanted) || (wanted === 'Invalid' && /Expected .* argument/.test(message));
}

function verdict(isRight: boolean, wanted: unknown, found: unknown): Verdict {
  return isRight ? { outcome: 'passed' } : failed(`wanted ${json(wanted)}, got ${json(found)}`);
}

function failed(reason: string): Verdict {
  return { outcome: 'failed', reason };
}

/** Published cases write numbers as JSON numbers. */
function plain(value: ExpressionValue): unknown {
  return isDecimalValue(value) ? Number(value.decimal) : value;
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}
