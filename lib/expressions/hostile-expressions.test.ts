import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { runs } from '@/scripts/testing/property-runs.ts';
import { answersContext } from './answers-context.ts';
import { evaluate } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { ExpressionError } from './expression-error.ts';
import type { ExpressionContext } from './function.ts';
import { functions } from './functions/registry.ts';
import { tooComplex, validateExpression } from './validate-expression.ts';
import { isDecimalValue } from './value.ts';

const long = 'a'.repeat(100_000);
const answers: Answers = {
  Tekst: long,
  Tom: '',
  Tall: '12.50',
  Dag: '2026-02-28',
  Valg: ['1', '2'],
  Rader: Array.from({ length: 10_000 }, (_, index) => ({ Navn: `rad ${index}`, Tall: String(index) })),
};

const world: ExpressionContext = {
  ...answersContext(answers, { row: [{ group: 'Rader', index: 3 }] }),
  component: () => '1',
  displayValue: () => 'vist',
  options: () => [{ value: 1, label: 'en' }],
  text: (key) => key,
  instance: { appId: 'a' },
  may: () => true,
  settings: { a: Number.NaN, b: Number.POSITIVE_INFINITY, c: 1e300 },
  externalApi: () => ({ a: [{ b: 1e308 }] }),
  dataElements: () => 2,
  link: (text) => text,
  positional: [1, 'a', null],
  values: { data: { a: 1 }, defaultKey: 'a' },
};

// biome-ignore format: a list of literals
const nasty: readonly unknown[] = [
  null, true, 0, -1, 1e308, 5e-324, -0, Number.NaN, Number.POSITIVE_INFINITY, 0.1, 2 ** 53, 'null', 'else', 'not',
  'equals', 'isSameDay', '', ' ', '1e999999999', '-1e-99999', '9'.repeat(5_000), '2026-02-28', '0000-00-00',
  '9999-12-31T23:59:59.999999999+23:59', 'Rader', 'Rader.Navn', 'Rader[9999999999999999999].Navn', 'Tekst', 'Valg',
  '__proto__', 'constructor.prototype', 'toString', '[[[', '....', '\u0000', '\ud800', '🌍', '(a+)+$', 'yyyy', 'ddddd', long,
];

/** What becomes of an expression: `value`, or the code of the error. Anything else that is thrown fails the test. */
function outcome(expression: unknown, context: ExpressionContext = world): string {
  try {
    const value = evaluate(expression as Expression, context);
    if (isDecimalValue(value)) expect(value.decimal).toMatch(/^-?\d{1,60}(\.\d+)?$/);
    else expect(value === null || ['string', 'boolean'].includes(typeof value)).toBe(true);
    return 'value';
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    expect(error.words.length).toBeLessThan(2_000);
    return error.code;
  }
}

describe('any JSON', () => {
  it('gives a value or an ExpressionError', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        outcome(json);
      }),
      runs(2_000),
    );
  });

  it('gives a value or an ExpressionError, also with functions that exist', () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.constantFrom(...nasty),
        fc.double(),
        fc.string(),
        tie('call'),
      ),
      call: fc
        .tuple(fc.constantFrom(...functions.ids()), fc.array(tie('tree'), { maxLength: 5 }))
        .map(([name, args]) => [name, ...args]),
    }));
    fc.assert(
      fc.property(tree, (expression) => {
        outcome(expression);
      }),
      runs(4_000),
    );
  });
});

describe('bounds', () => {
  const nest = (depth: number, inner: Expression, wrap: (inner: Expression) => Expression): Expression =>
    Array.from({ length: depth }).reduce<Expression>(wrap, inner);
  const read: Expression = ['dataModel', 'Tekst'];

  it.each<[string, unknown, string]>([
    ['deep', nest(100_000, true, (inner) => ['not', inner]), 'too_complex'],
    ['deep without a function', nest(100_000, [], (inner) => ['a', inner]), 'too_complex'],
    ['wide', ['concat', ...Array.from({ length: 1_000_000 }, () => 'a')], 'too_complex'],
    ['doubling numbers', nest(40, '99999999999', (inner) => ['multiply', inner, 99999999999]), 'too_complex'],
    ['numbers as sums', ['plus', 1e308, 1e308], 'too_complex'],
    ['a large exponent in text', ['plus', '1e400000', 1], 'too_complex'],
    ['a small exponent in text', ['plus', '1e-99999999', 1], 'too_complex'],
    ['many digits', ['plus', '9'.repeat(100_000), 1], 'too_complex'],
    ['dividing by zero', ['divide', 1, ['minus', '1e2', 100]], 'division_by_zero'],
    ['dividing by nothing', ['divide', 1, ['dataModel', 'Tom']], 'wrong_type'],
    ['rounding to a million decimals', ['round', 1, 1_000_000], 'wrong_type'],
    [
      'text that doubles',
      nest(30, 'aaaaaaaa', (inner) => ['stringReplace', inner, 'a', 'aa']),
      'too_complex',
    ],
    ['text in text', ['stringReplace', read, 'a', read], 'too_complex'],
    ['long texts after one another', ['concat', read, read], 'too_complex'],
    [
      'long texts again and again',
      ['and', ...Array.from({ length: 900 }, () => ['contains', read, 'a'])],
      'too_complex',
    ],
    ['a row for every text', ['_experimentalSelectAndMap', 'Rader', 'Navn', read, read], 'too_complex'],
    ['a long format', ['formatDate', '2026-02-28', long], 'too_complex'],
    ['a path of dots', ['dataModel', '.'.repeat(1_000)], 'lookup'],
    ['a deep path', ['dataModel', 'Rader.'.repeat(16_000).slice(0, -1)], 'too_complex'],
    ['a long search', ['contains', read, `${long.slice(0, 500)}b${long.slice(0, 500)}`], 'too_complex'],
    ['a row that is not there', ['dataModel', 'Rader[99999999999999999999].Navn'], 'value'],
    ['a date that is a text', ['formatDate', long], 'wrong_type'],
    ['infinite settings', ['frontendSettings', 'b'], 'wrong_type'],
    ['huge settings', ['frontendSettings', 'c'], 'too_complex'],
    ['no function of ours', ['constructor', 'x'], 'invalid'],
    ['an object', { length: 1 }, 'invalid'],
    ['nothing', undefined, 'invalid'],
  ])('%s', (_, expression, wanted) => {
    expect(outcome(expression)).toBe(wanted);
  });

  it('says only that an expression is too large, without reading it to its end', () => {
    const wide = ['and', ...Array.from({ length: 9_000 }, () => ['equals', {}])];
    expect(validateExpression(wide)).toEqual([tooComplex]);
    expect(validateExpression(['equals', [], {}])).toHaveLength(2);
  });
});
