import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { failureOf, linesOf, orderOf, problemsOf } from './pricing.test-helper.ts';

describe('per row', () => {
  const answers: Answers = {
    Klasser: '2',
    Sone: 'by',
    Baat: [
      { Lengde: '5', Type: 'seil', Motor: [{ Hk: '4' }, { Hk: '10' }] },
      { Lengde: '12.5', Type: 'motor', Motor: [{ Hk: '150' }] },
    ],
  };
  const perMetre = { type: 'countTimesUnit', count: 'Baat.Lengde', unitMinor: 1_000 };
  const rule = { type: 'perRow', rows: 'Baat', each: perMetre, lines: 'each' };

  it('one line per row, or one for them all', () => {
    expect(linesOf([rule], answers)).toEqual([
      ['r1.1', 5_000],
      ['r1.2', 12_500],
    ]);
    expect(linesOf([{ ...rule, lines: 'sum' }], answers)).toEqual([['r1', 17_500]]);
    expect(orderOf([{ ...rule, rowText: 'boat' }], answers).lines[1]?.explanation.values).toMatchObject({
      row: '2',
      rowText: 'boat',
      count: '12.5',
    });
    const engines = { type: 'perRow', rows: 'Baat.Motor', lines: 'each', rowText: ['boat', 'engine'] };
    const each = { type: 'fixed', amountMinor: 100 };
    expect(orderOf([{ ...engines, each }], answers).lines[1]?.explanation.values).toMatchObject({
      row: '1.2',
      row1Text: 'boat',
      rowText: 'engine',
    });
    expect(problemsOf([{ ...engines, each, rowText: [] }])).not.toEqual([]);
  });

  it('a condition and an expression read the row at hand, and the rest of the form', () => {
    const sailing = { ...perMetre, condition: ['equals', ['dataModel', 'Baat.Type'], 'seil'] };
    expect(linesOf([{ ...rule, each: sailing }], answers)).toEqual([['r1.1', 5_000]]);
    const count = ['plus', ['dataModel', 'Baat.Lengde'], ['dataModel', 'Klasser']];
    expect(linesOf([{ ...rule, each: { ...perMetre, count } }], answers)).toEqual([
      ['r1.1', 7_000],
      ['r1.2', 14_500],
    ]);
  });

  it('by options, a table or tiers', () => {
    const each = { type: 'options', path: 'Baat.Type', prices: { seil: 100, motor: 900 } };
    expect(linesOf([{ ...rule, each }], answers)).toEqual([
      ['r1.1', 100],
      ['r1.2', 900],
    ]);
    const tiers = [{ upTo: '10', unitMinor: 10 }, { unitMinor: 100 }];
    const marginal = { type: 'tiers', mode: 'marginal', quantity: 'Baat.Lengde', tiers };
    expect(linesOf([{ ...rule, each: marginal }], answers)).toEqual([
      ['r1.1.1', 50],
      ['r1.2.1', 100],
      ['r1.2.2', 250],
    ]);
  });

  it('rows within rows', () => {
    const each = { type: 'countTimesUnit', count: 'Baat.Motor.Hk', unitMinor: 10 };
    expect(linesOf([{ ...rule, rows: 'Baat.Motor', each }], answers)).toEqual([
      ['r1.1.1', 40],
      ['r1.1.2', 100],
      ['r1.2.1', 1_500],
    ]);
  });

  it('no rows cost nothing; a row that is not filled in waits', () => {
    expect(linesOf([rule], {})).toEqual([]);
    expect(linesOf([rule], { Baat: [] })).toEqual([]);
    expect(failureOf([rule], { Baat: [{ Lengde: '5' }, {}] })).toMatchObject({
      reason: 'missing_answer',
      paths: ['Baat.Lengde'],
    });
    for (const odd of ['rad', null, ['rad']])
      expect(failureOf([rule], { Baat: [odd] })).toMatchObject({ reason: 'missing_answer' });
  });

  it('10,000 rows are refused, said clearly, and before any of them is priced', () => {
    const Baat = Array.from({ length: 10_000 }, () => ({ Lengde: 'unpriceable' }));
    expect(failureOf([{ ...rule, lines: 'sum' }], { Baat })).toMatchObject({
      reason: 'cannot_compute',
      ruleId: 'r1',
      detail: 'More than 1000 rows at Baat',
    });
    expect(failureOf([rule], { Baat: Baat.slice(0, 201) })).toMatchObject({
      detail: 'More than 200 rows at Baat',
    });
    const nested = Array.from({ length: 100 }, () => ({
      Motor: Array.from({ length: 100 }, () => ({ Hk: '1' })),
    }));
    const each = { type: 'countTimesUnit', count: 'Baat.Motor.Hk', unitMinor: 10 };
    expect(failureOf([{ ...rule, rows: 'Baat.Motor', each, lines: 'sum' }], { Baat: nested })).toMatchObject({
      reason: 'cannot_compute',
    });
    const most = Array.from({ length: 1_000 }, () => ({ Lengde: '1' }));
    expect(linesOf([{ ...rule, lines: 'sum' }], { Baat: most })).toEqual([['r1', 1_000_000]]);
  });

  it('what is wrong within a row is said with its place', () => {
    const problem = (each: unknown) => problemsOf([{ ...rule, each }])[0];
    expect(problem({ type: 'countTimesUnit', count: 'Baat.Lengde' })).toContain('each: unitMinor: wants');
    expect(problem({ type: 'perRow' })).toContain('each: type: wants one of fixed');
    expect(problem({ type: 'fixed', amountMinor: 1, vat: '25' })).toContain(
      'vat: belongs to the rule itself',
    );
    expect(problem({ type: 'percentage', percent: 1, of: ['r0'] })).toContain('a row knows no other lines');
    expect(problem({ type: 'fixed', amountMinor: 1, condition: ['nope'] })).toContain('"nope"');
  });
});
