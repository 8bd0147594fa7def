import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { failureOf, linesOf, orderOf, problemsOf } from './pricing.test-helper.ts';

const fee = (amountMinor: unknown, more = {}) => ({ type: 'fixed', amountMinor, ...more });

describe('maximum', () => {
  const litres = { type: 'countTimesUnit', count: 'Liter', unitMinor: 100, vat: '25' as const };
  const most = { type: 'maximum', of: ['r1'], amountMinor: 5_000, vat: '25' as const };

  it('deducts what is above, with its VAT, and nothing below', () => {
    expect(linesOf([litres, most], { Liter: '50' })).toEqual([['r1', 6_250]]);
    expect(orderOf([litres, most], { Liter: '80' })).toMatchObject({
      netMinor: 5_000,
      vatMinor: 1_250,
      totalMinor: 6_250,
      lines: [
        { id: 'r1' },
        { id: 'r2', netMinor: -3_000, vatMinor: -750, quantity: '1', unitNetMinor: -3_000 },
      ],
    });
  });

  it('of several rules together, whichever of them apply', () => {
    const rules = [fee(3_000), fee(4_000, { condition: ['equals', ['dataModel', 'A'], 'x'] })];
    const both = { type: 'maximum', of: ['r1', 'r2'], amountMinor: 5_000 };
    expect(orderOf([...rules, both], { A: 'x' }).totalMinor).toBe(5_000);
    expect(orderOf([...rules, both], { A: 'y' }).totalMinor).toBe(3_000);
  });
});

describe('percentage', () => {
  const rule = {
    type: 'percentage',
    percent: '2.5',
    amount: 'Kostnad',
    floorMinor: 120_000,
    capMinor: 1_000_000,
  };
  const of = (Kostnad: string) => orderOf([rule], { Kostnad });

  it('of an answered amount in kroner, with floor and cap', () => {
    expect(of('120000').totalMinor).toBe(300_000);
    expect(of('120000.55').totalMinor).toBe(300_001);
    expect(of('0').totalMinor).toBe(120_000);
    expect(of('48000').totalMinor).toBe(120_000);
    expect(of('48000.40').totalMinor).toBe(120_001);
    expect(of('900000000').totalMinor).toBe(1_000_000);
    expect(of('120000').lines[0]?.explanation).toEqual({
      key: 'pricing.explainPercentageBetween',
      values: {
        percent: '2.5',
        baseMinor: '12000000',
        floorMinor: '120000',
        capMinor: '1000000',
        currency: 'NOK',
      },
    });
  });

  it('of earlier rules, and silent when none of them applies', () => {
    const surcharge = { type: 'percentage', percent: 10, of: ['r1', 'r2'] };
    const never = fee(99_900, { condition: false });
    expect(linesOf([fee(5_550), fee(1_000), surcharge])).toEqual([
      ['r1', 5_550],
      ['r2', 1_000],
      ['r3', 655],
    ]);
    expect(linesOf([never, { ...never }, { ...surcharge, floorMinor: 500 }])).toEqual([]);
  });

  it('waits for the amount, and refuses one that no order can hold', () => {
    expect(failureOf([rule])).toMatchObject({ reason: 'missing_answer', paths: ['Kostnad'] });
    expect(failureOf([{ ...rule, percent: '0.001' }], { Kostnad: '999999999999999' })).toMatchObject({
      reason: 'cannot_compute',
    });
    expect(failureOf([rule], { Kostnad: '-5' })).toMatchObject({ reason: 'cannot_compute' });
  });

  it('wants one thing to take a percentage of, and a floor below the cap on every day', () => {
    expect(problemsOf([{ type: 'percentage', percent: 1 }])).toEqual(['rules.0: wants either amount or of']);
    expect(problemsOf([{ ...rule, of: ['r0'] }])).toContain('rules.0: wants either amount or of');
    expect(problemsOf([{ ...rule, percent: '1001' }])[0]).toContain('percent: wants a percentage');
    const rising = [
      { from: '2026-01-01', amountMinor: 100 },
      { from: '2027-01-01', amountMinor: 9_000_000 },
    ];
    const falling = [{ amountMinor: 9_000_000 }, { from: '2027-01-01', amountMinor: 100 }];
    expect(problemsOf([{ ...rule, floorMinor: falling }])).toEqual([
      'rules.0: floorMinor: is higher than capMinor',
    ]);
    expect(problemsOf([{ ...rule, floorMinor: rising }])).toEqual([
      'rules.0: floorMinor: is higher than capMinor',
    ]);
  });
});

describe('table', () => {
  const byTown = {
    type: 'table',
    keys: ['Kommune'],
    rows: [
      { is: ['0301'], amountMinor: 500 },
      { is: ['4601'], amountMinor: 300 },
    ],
  };
  const byTypeAndArea = {
    type: 'table',
    keys: ['Type', 'Areal'],
    rows: [
      { is: ['shed', { upTo: '15' }], amountMinor: 100 },
      { is: ['shed', { upTo: '50' }], amountMinor: 200 },
      { is: ['house', { upTo: '50' }], amountMinor: 900 },
    ],
    labels: { shed: 'option.shed', house: 'option.house' },
  };

  it('one key, and what no row fits is an error of the tariff', () => {
    expect(linesOf([byTown], { Kommune: '4601' })).toEqual([['r1', 300]]);
    expect(failureOf([byTown], { Kommune: '9999' })).toMatchObject({ reason: 'cannot_compute' });
    expect(failureOf([byTown], { Kommune: 'toString' })).toMatchObject({ reason: 'cannot_compute' });
    expect(failureOf([byTown])).toMatchObject({ reason: 'missing_answer', paths: ['Kommune'] });
    expect(linesOf([{ ...byTown, otherwise: 50 }], { Kommune: '9999' })).toEqual([['r1', 50]]);
  });

  it('two keys, one of them a number', () => {
    const cost = (Type: string, Areal: string) => linesOf([byTypeAndArea], { Type, Areal })[0]?.[1];
    expect([cost('shed', '0'), cost('shed', '15'), cost('shed', '15.01'), cost('house', '50')]).toEqual([
      100, 100, 200, 900,
    ]);
    expect(failureOf([byTypeAndArea], { Type: 'house', Areal: '51' })).toMatchObject({
      reason: 'cannot_compute',
    });
    expect(failureOf([{ ...byTypeAndArea, otherwise: 5 }], { Type: 'house', Areal: 'stort' })).toMatchObject({
      reason: 'missing_answer',
      paths: ['Areal'],
    });
    expect(orderOf([byTypeAndArea], { Type: 'shed', Areal: '12.5' }).lines[0]?.explanation).toMatchObject({
      key: 'pricing.explainTableTextNumber',
      values: { firstText: 'option.shed', second: '12.5', amountMinor: '100' },
    });
  });

  it('a row that an earlier one hides is named', () => {
    const rows = [...byTypeAndArea.rows, { is: ['shed', { upTo: '10' }], amountMinor: 1 }];
    expect(problemsOf([{ ...byTypeAndArea, rows }])).toEqual([
      'rules.0: rows: row 4 is never reached: row 1 already covers it',
    ]);
    expect(problemsOf([{ ...byTown, keys: ['Kommune', 'Sone'] }])[0]).toContain('two cells');
    expect(problemsOf([{ ...byTown, rows: [{ is: [{ upto: '5' }], amountMinor: 1 }] }])[0]).toContain(
      'row 1',
    );
    const many = Array.from({ length: 501 }, (_, index) => ({ is: [String(index)], amountMinor: 1 }));
    expect(problemsOf([{ ...byTown, rows: many }])[0]).toContain('at most 500 rows');
  });
});

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

describe('discount', () => {
  it('a percentage or an amount, never more than what it is taken from', () => {
    const off = (discount: object) =>
      linesOf([fee(3_200), { type: 'discount', of: ['r1'], ...discount }])[1]?.[1];
    expect(off({ percent: '12.5' })).toBe(-400);
    expect(off({ percent: 100 })).toBe(-3_200);
    expect(off({ amountMinor: 500 })).toBe(-500);
    expect(off({ amountMinor: 9_999 })).toBe(-3_200);
    expect(off({ amountMinor: 9_999, belowZero: true })).toBe(-9_999);
    const limited = { type: 'discount', of: ['r1'], amountMinor: 9_999 };
    expect(orderOf([fee(3_200), limited]).lines[1]?.explanation).toMatchObject({
      key: 'pricing.explainDiscountLimited',
      values: { amountMinor: '9999', sumMinor: '3200' },
    });
  });

  it('is not given when what it is taken from does not apply, nor when its condition is false', () => {
    const never = fee(100, { condition: false });
    expect(linesOf([never, { type: 'discount', of: ['r1'], amountMinor: 50, belowZero: true }])).toEqual([]);
    expect(linesOf([fee(100), { type: 'discount', of: ['r1'], percent: 50, condition: false }])).toHaveLength(
      1,
    );
  });

  it('takes the VAT with it to the last øre', () => {
    // Each line's VAT is rounded for itself: 3 × 0.25 øre is no VAT, and 25 % of the 3 øre would be 1.
    const lines = [1, 2, 3].map(() => fee(1, { vat: '25' }));
    const all = { type: 'discount', of: ['r1', 'r2', 'r3'], percent: 100, vat: '25' as const };
    expect(orderOf([...lines, all])).toMatchObject({ netMinor: 0, vatMinor: 0, totalMinor: 0 });
    expect(orderOf([...lines, all], {}, { includesVat: true })).toMatchObject({ netMinor: 0, totalMinor: 0 });
  });

  it('has the VAT of what it is taken from', () => {
    expect(problemsOf([fee(100, { vat: '25' }), { type: 'discount', of: ['r1'], percent: 10 }])).toEqual([
      'rules.1: vat: "r1" has another VAT code: make one such rule for each VAT code',
    ]);
  });

  it('a second one must know of the first', () => {
    const first = { type: 'discount', of: ['r1'], percent: 60 };
    expect(problemsOf([fee(1_000), first, { ...first }])).toEqual([
      'rules.2: of: "r2" already adjusts "r1": name "r2" too, so that the same money is not counted twice',
    ]);
    expect(problemsOf([fee(1_000), first, { type: 'percentage', percent: 1, of: ['r2'] }])).toEqual([
      'rules.2: of: "r2" adjusts "r1": name that too',
    ]);
    expect(linesOf([fee(1_000), first, { ...first, of: ['r1', 'r2'] }])).toEqual([
      ['r1', 1_000],
      ['r2', -600],
      ['r3', -240],
    ]);
  });

  it('says what is wrong with it', () => {
    const problem = (discount: object) =>
      problemsOf([fee(1), { type: 'discount', of: ['r1'], ...discount }])[0];
    expect(problem({})).toBe('rules.1: wants either percent or amountMinor');
    expect(problem({ percent: 1, amountMinor: 1 })).toBe('rules.1: wants either percent or amountMinor');
    expect(problem({ percent: 101 })).toContain('at most 100');
    expect(problem({ percent: 50, belowZero: true })).toContain('belowZero');
    expect(problem({ percent: 50, of: ['later'] })).toContain('"later" is no earlier rule');
  });
});
