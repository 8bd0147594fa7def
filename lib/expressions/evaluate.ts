import type { Answer } from '@/lib/core/answers.ts';
import type { Expression } from './expression.ts';
import { ExpressionError } from './expression-error.ts';
import type { Call, ExpressionContext } from './function.ts';
import { functions } from './functions/registry.ts';
import { tooComplex, validateExpression } from './validate-expression.ts';
import {
  decimalValue,
  type ExpressionValue,
  isNumeric,
  maxTextLength,
  toBoolean,
  toNumber,
  toText,
} from './value.ts';

const maxSteps = 10_000;
/** Characters that all steps together may make. */
const maxCharacters = 1_000_000;

/** Definitions are evaluated again and again: an expression that was found valid is not judged twice. */
const judged = new WeakMap<object, readonly string[]>();

interface Run {
  steps: number;
  characters: number;
  context: ExpressionContext;
  /** Paths that were looked up on the way to the number at hand, and whether something was there. */
  looked: Map<string, boolean>;
}

/**
 * The value of an expression in Altinn's language, with exact decimals.
 * @throws ExpressionError when it is invalid, has no value for these answers, or grows past its bounds (steps, digits, characters).
 */
export function evaluate(expression: Expression, context: ExpressionContext): ExpressionValue {
  const [problem] = problemsOf(expression);
  if (problem !== undefined)
    throw new ExpressionError(problem === tooComplex ? 'too_complex' : 'invalid', problem);
  return visit(expression, { steps: 0, characters: 0, context, looked: new Map() });
}

/** The value of a condition; null is false. @throws ExpressionError also when the value is no boolean. */
export function evaluateBoolean(expression: Expression, context: ExpressionContext): boolean {
  return toBoolean(evaluate(expression, context));
}

function problemsOf(expression: Expression): readonly string[] {
  if (!Array.isArray(expression)) return validateExpression(expression);
  const known = judged.get(expression) ?? validateExpression(expression);
  judged.set(expression, known);
  return known;
}

function visit(expression: Expression, run: Run): ExpressionValue {
  run.steps += 1;
  if (run.steps > maxSteps)
    throw new ExpressionError('too_complex', `The expression takes more than ${maxSteps} steps`);
  if (typeof expression === 'number') return decimalValue(expression);
  const value = Array.isArray(expression)
    ? functions.get(String(expression[0])).evaluate(new CallInRun(expression, run))
    : expression;
  if (typeof value === 'string') {
    run.characters += value.length;
    if (value.length > maxTextLength || run.characters > maxCharacters)
      throw new ExpressionError('too_complex', 'The text is too long');
  }
  return value;
}

/** A class for speed: every condition of a form makes some of them, again for every answer that is typed. */
class CallInRun implements Call {
  readonly context: ExpressionContext;
  readonly size: number;
  /** The function's name and then its arguments. */
  readonly #written: readonly Expression[];
  readonly #run: Run;

  constructor(written: readonly Expression[], run: Run) {
    this.context = run.context;
    this.size = written.length - 1;
    this.#written = written;
    this.#run = run;
  }

  value(index: number): ExpressionValue {
    return visit(this.#written[index + 1] ?? null, this.#run);
  }

  text(index: number): string | null {
    return toText(this.value(index));
  }

  boolean(index: number): boolean {
    return toBoolean(this.value(index));
  }

  number(index: number): string | null {
    return numberOf(() => this.value(index), this.#run);
  }

  found(answer: Answer | number | undefined, path?: string): ExpressionValue {
    if (path !== undefined) this.#run.looked.set(path, !isEmpty(answer));
    return fromAnswer(answer);
  }
}

function numberOf(value: () => ExpressionValue, run: Run): string | null {
  const outer = run.looked;
  run.looked = new Map();
  try {
    const found = value();
    const number = isNumeric(found) ? toNumber(found) : null;
    if (number === null && run.context.missingNumbers === 'refuse') throw missing(run.looked);
    return number ?? toNumber(found);
  } finally {
    for (const [path, filled] of run.looked) outer.set(path, filled);
    run.looked = outer;
  }
}

/** Names the empty answers, or, when all are there, those that hold no number. */
function missing(looked: Map<string, boolean>): ExpressionError {
  const empty = [...looked].filter(([, filled]) => !filled).map(([path]) => path);
  return new ExpressionError('missing', 'A number is missing', empty.length > 0 ? empty : [...looked.keys()]);
}

/** An answer as a value: several choices are joined by comma as Altinn stores them; a whole object has no value. */
function fromAnswer(answer: Answer | number | undefined): ExpressionValue {
  if (typeof answer === 'number') return decimalValue(answer);
  if (answer === undefined || answer === null || typeof answer === 'string' || typeof answer === 'boolean')
    return answer ?? null;
  if (Array.isArray(answer) && answer.every((each) => typeof each === 'string') && answer.length > 0)
    return answer.join(',');
  return null;
}

function isEmpty(answer: Answer | number | undefined): boolean {
  return answer === undefined || answer === null || answer === '';
}
