import { describe, expect, it } from 'vitest';
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
