import { type Answer, type Answers, getAnswer, setAnswer } from '@/lib/core/answers.ts';
import { compare, isDecimal } from '@/lib/core/decimal.ts';
import { answersContext } from '@/lib/expressions/answers-context.ts';
import { evaluate, evaluateBoolean } from '@/lib/expressions/evaluate.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import { ExpressionError } from '@/lib/expressions/expression-error.ts';
import type { ExpressionContext } from '@/lib/expressions/function.ts';
import { isDecimalValue } from '@/lib/expressions/value.ts';
import { pathsNamed } from './paths-named.ts';
import { at, cannotCompute, missingAnswer } from './price-problem.ts';
import type { RuleContext, RuleRow } from './rules/define-rule.ts';
import type { Quantity } from './rules/params.ts';

/** What rules are told besides the answers. */
interface Around {
  date: string;
  linesOf: RuleContext['linesOf'];
  /** Collects paths that conditions found empty. */
  unanswered: Set<string>;
}

/** What rules may ask. Numbers that are missing are refused, never 0. */
export function newRuleContext(answers: Answers, around: Around): RuleContext {
  return {
    date: around.date,
    linesOf: around.linesOf,
    rows: (path, max) => {
      const rows = rowsOf(answers, path.split('.'), max);
      if (rows === undefined) throw cannotCompute(`More than ${max} rows at ${path}`);
      return rows.map((row) => newRow(row, around));
    },
    quantity(quantity) {
      const number = Array.isArray(quantity) ? computed(quantity, answers) : answered(quantity, answers);
      if (compare(number, '0') < 0)
        throw cannotCompute(`The quantity${at(pathsNamed(quantity))} is negative`);
      return number;
    },
    answer(path) {
      const answer = getAnswer(answers, path);
      if (isEmpty(answer)) throw missingAnswer([path], [path]);
      return answer;
    },
  };
}

/** Whether a rule applies; paths that the condition found empty are added to `unanswered`. @throws PriceProblem */
export function applies(
  condition: Expression | undefined,
  answers: Answers,
  unanswered: Set<string>,
): boolean {
  if (condition === undefined) return true;
  const lookups = answersContext(answers);
  const context: ExpressionContext = {
    missingNumbers: 'refuse',
    dataModel(path, dataType) {
      const answer = lookups.dataModel(path, dataType);
      if (answer === undefined || answer === null || answer === '') unanswered.add(path);
      return answer;
    },
  };
  return priced(condition, () => evaluateBoolean(condition, context));
}

interface Row {
  number: string;
  /** The whole form's, with this row in the place of its group. */
  answers: Answers;
}

function newRow({ number, answers }: Row, around: Around): RuleRow {
  return {
    number,
    applies: (condition) => applies(condition, answers, around.unanswered),
    context: newRuleContext(answers, around),
  };
}

/** The rows at a path, those of nested groups in order; undefined when there are more than `max`. */
function rowsOf(answers: Answers, [name = '', ...rest]: string[], max: number, at = ''): Row[] | undefined {
  const path = at === '' ? name : `${at}.${name}`;
  const found = getAnswer(answers, path);
  if (!Array.isArray(found)) return rest.length > 0 ? rowsOf(answers, rest, max, path) : [];
  if (found.length > max) return undefined;
  const rows: Row[] = [];
  for (const [index, row] of found.entries()) {
    const within = { number: String(index + 1), answers: setAnswer(answers, path, isRow(row) ? row : {}) };
    const inner = rest.length > 0 ? rowsOf(within.answers, rest, max - rows.length, path) : [within];
    if (inner === undefined || rows.length + inner.length > max) return undefined;
    rows.push(
      ...(rest.length > 0
        ? inner.map((each) => ({ ...each, number: `${within.number}.${each.number}` }))
        : inner),
    );
  }
  return rows;
}

function isRow(answer: Answer): answer is { [key: string]: Answer } {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}

function computed(expression: Expression, answers: Answers): string {
  const paths = new Set<string>();
  const lookups = answersContext(answers);
  const context: ExpressionContext = {
    missingNumbers: 'refuse',
    dataModel(path, dataType) {
      paths.add(path);
      return lookups.dataModel(path, dataType);
    },
  };
  const value = priced(expression, () => evaluate(expression, context));
  const number = isDecimalValue(value) ? value.decimal : value;
  if (isNumber(number)) return number;
  const empty = [...paths].filter((path) => isEmpty(getAnswer(answers, path)));
  if (value === null || value === '') throw missingAnswer(empty, pathsNamed(expression));
  throw missingAnswer([...paths], pathsNamed(expression));
}

function answered(quantity: Exclude<Quantity, Expression[]>, answers: Answers): string {
  if (typeof quantity === 'number') return String(quantity);
  const answer = getAnswer(answers, quantity);
  // Choices without a choice are not handed in: an empty list is a repeating group without rows, which counts 0.
  if (Array.isArray(answer)) return String(new Set(answer).size);
  if (!isNumber(answer)) throw missingAnswer([quantity], [quantity]);
  return answer;
}

/** A decimal as results have it too: more decimals than a person may write. */
function isNumber(value: unknown): value is string {
  return isDecimal(value) || (typeof value === 'string' && /^-?\d{1,30}(\.\d{1,30})?$/.test(value));
}

function isEmpty(answer: Answer | undefined): answer is undefined | null {
  return (
    answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)
  );
}

/** Turns what an expression throws into a price's words. */
function priced<T>(expression: Expression, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw error.code === 'missing'
      ? missingAnswer(error.paths, pathsNamed(expression))
      : cannotCompute(`An expression${at(pathsNamed(expression))} has no value: ${error.code}`);
  }
}
