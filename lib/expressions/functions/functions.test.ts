import { describe, expect, it } from 'vitest';
import { answersContext } from '../answers-context.ts';
import { evaluate } from '../evaluate.ts';
import type { Expression } from '../expression.ts';
import { ExpressionError } from '../expression-error.ts';
import { fillText } from '../fill-text.ts';
import type { ExpressionContext } from '../function.ts';

const bare = answersContext({ Dag: '2026-02-28', Rader: [{ navn: 'A' }, { navn: 'B' }] });

function failure(expression: Expression, context: ExpressionContext = bare): string {
  try {
    evaluate(expression, context);
  } catch (error) {
    if (error instanceof ExpressionError) return `${error.code}: ${error.words}`;
    throw error;
  }
  return 'none';
}

describe('functions that need more than answers', () => {
  it.each([
    [['displayValue', 'a']],
    [['component', 'a']],
    [['optionLabel', 'list', 'a']],
    [['instanceContext', 'appId']],
    [['authContext', 'read']],
    [['frontendSettings', 'a']],
    [['externalApi', 'a', 'b']],
    [['countDataElements', 'a']],
    [['linkToPage', 'a', 'b']],
  ] as [Expression][])('%j is refused where the context lacks it', (expression) => {
    expect(failure(expression)).toMatch(/^not_supported: /);
  });

  it('reads nothing that a record inherits', () => {
    const context = { ...bare, settings: { a: 1 }, values: { data: { a: 1 } }, externalApi: () => ({}) };
    expect(evaluate(['frontendSettings', 'toString'], context)).toBe(null);
    expect(failure(['value', 'toString'], context)).toMatch(/^lookup: Unknown key/);
    expect(failure(['externalApi', 'a', '__proto__.x'], context)).toMatch(/^lookup: /);
    expect(evaluate(['_experimentalSelectAndMap', 'Rader', 'constructor'], context)).toBe(' ');
  });

  it('has the texts of a list in the reader’s words', () => {
    const context: ExpressionContext = {
      ...bare,
      options: (id) => (id === 'mat' ? [{ value: 1, label: 'mat.en' }] : undefined),
      text: (key) => (key === 'mat.en' ? 'Én' : undefined),
    };
    expect(evaluate(['optionLabel', 'mat', '1'], context)).toBe('Én');
    expect(evaluate(['text', 'unknown'], context)).toBe('unknown');
    expect(failure(['optionLabel', ['concat', 'mat'], '1'], context)).toMatch(/^invalid: /);
  });
});

describe('dates', () => {
  it.each([
    [['formatDate', ['dataModel', 'Dag'], 'd. MMMM yyyy'], '28. februar 2026'],
    [['formatDate', '2026-02-28T23:59:59.9999', 'HH:mm:ss.SSS'], '23:59:59.999'],
    [['formatDate', '  '], null],
    [['compare', '2024-02-29', 'isSameDay', '2024-02-29T23:00'], true],
    [['compare', '2026-01-01T00:30+01:00', 'isBefore', '2026-01-01T00:00Z'], true],
  ] as [Expression, unknown][])('%j is %j', (expression, value) => {
    expect(evaluate(expression, bare)).toBe(value);
  });

  it.each([
    [['formatDate', '2026-02-29'], 'wrong_type'],
    [['formatDate', '2026-01-01T24:00'], 'wrong_type'],
    [['formatDate', '2026-01-01T10:00+24:00'], 'wrong_type'],
    [['formatDate', '2026-01-01', 'QQQ'], 'not_supported'],
    [['formatDate', '2026-01-01', 'd '.repeat(50)], 'too_complex'],
    [['compare', '2026-01-01', 'isBefore', '2026-01-01T10:00Z'], 'wrong_type'],
  ] as [Expression, string][])('%j is refused: %s', (expression, code) => {
    expect(failure(expression)).toMatch(new RegExp(`^${code}: `));
  });
});

describe('fillText', () => {
  it('fills each variable once, and never from what another one says', () => {
    const context = { ...answersContext({ A: '{1}', B: 'b' }), settings: { s: true } };
    const variables = [
      { key: 'A', dataSource: 'dataModel.default' },
      { key: 'B', dataSource: 'dataModel.default' },
      { key: 's', dataSource: 'applicationSettings' },
      { key: '__proto__.x', dataSource: 'dataModel.default', defaultValue: 'none' },
    ];
    expect(fillText({ value: '{0} {1} {2} {3} {9}', variables }, context)).toBe('{1} b true none {9}');
  });
});
