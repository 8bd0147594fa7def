import { describe, expect, it } from 'vitest';
import { answersContext } from './answers-context.ts';
import { evaluate, evaluateBoolean } from './evaluate.ts';
import type { Expression } from './expression.ts';
import type { ExpressionError } from './expression-error.ts';
import { validateExpression } from './validate-expression.ts';

const answers = { Areal: '120.50', Klasser: ['1', '12'], Tom: '', Navn: 'Kari' };
const context = answersContext(answers);
const strict = { ...context, missingNumbers: 'refuse' } as const;

describe('evaluate', () => {
  it('is exact and reads decimal strings of answers as numbers', () => {
    expect(evaluate(['multiply', ['dataModel', 'Areal'], '0.1'], context)).toEqual({ decimal: '12.05' });
    expect(evaluate(['equals', ['dataModel', 'Areal'], 120.5], context)).toBe(true);
    expect(evaluate(['commaContains', ['dataModel', 'Klasser'], '12'], context)).toBe(true);
  });

  it('leaves the branch that is not taken alone', () => {
    expect(evaluate(['if', false, ['divide', 1, 0], 'else', 'no'], context)).toBe('no');
    expect(evaluateBoolean(['or', true, ['greaterThan', 'x', 1]], context)).toBe(true);
  });

  it('refuses a missing number where a price depends on it, naming the path', () => {
    const missing: Expression = ['plus', ['dataModel', 'Areal'], ['dataModel', 'Mangler']];
    expect(evaluate(missing, context)).toEqual({ decimal: '120.5' });
    expect(codeOf(missing, strict)).toEqual(['missing', ['Mangler']]);
    expect(codeOf(['greaterThan', ['dataModel', 'Tom'], 1], strict)).toEqual(['missing', ['Tom']]);
    expect(codeOf(['minus', ['dataModel', 'Navn'], 1], strict)).toEqual(['missing', ['Navn']]);
    expect(codeOf(['minus', ['dataModel', 'Navn'], 1], context)[0]).toBe('wrong_type');
    expect(
      evaluate(
        ['if', ['equals', ['dataModel', 'Mangler'], null], 0, 'else', ['dataModel', 'Mangler']],
        strict,
      ),
    ).toEqual({ decimal: '0' });
  });

  it('is bounded in depth, steps and size', () => {
    let deep: Expression = true;
    for (let depth = 0; depth < 60; depth += 1) deep = ['not', deep];
    expect(codeOf(deep, context)[0]).toBe('too_complex');
    let wide: Expression = '99999999999999';
    for (let depth = 0; depth < 12; depth += 1) wide = ['multiply', wide, wide];
    expect(codeOf(wide, context)[0]).toBe('too_complex');
    expect(codeOf(['and', ...Array.from({ length: 10_001 }, () => true)], context)[0]).toBe('too_complex');
  });

  it('never reaches a prototype', () => {
    expect(codeOf(['dataModel', '__proto__.polluted'], context)[0]).toBe('lookup');
    expect(evaluate(['dataModel', 'toString'], context)).toBe(null);
    expect(validateExpression(['toString', 1])).toEqual(['Function "toString" not implemented']);
    expect(validateExpression(Number.NaN)).toEqual(['Invalid type "number"']);
  });
});

function codeOf(expression: Expression, where: typeof context): [string, readonly string[]] {
  try {
    evaluate(expression, where);
  } catch (error) {
    const { code, paths } = error as ExpressionError;
    return [code, paths];
  }
  return ['ok', []];
}
