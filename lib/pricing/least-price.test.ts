import { describe, expect, it } from 'vitest';
import { leastPriceMinor } from './least-price.ts';
import type { PriceRule } from './rule.ts';

const least = (rules: PriceRule[], includesVat = true) =>
  leastPriceMinor({ currency: 'NOK', includesVat, dateBasis: 'submitted', rules }, { date: '2027-03-01' });
const fixed = (id: string, amountMinor: number, more: Partial<PriceRule> = {}): PriceRule => ({
  id,
  type: 'fixed',
  text: id,
  vat: 'outside',
  amountMinor,
  ...more,
});

describe('leastPriceMinor', () => {
  it('counts what is always paid, and leaves out what depends on an answer', () => {
    expect(least([fixed('a', 320_000), fixed('b', 250_000, { condition: ['equals', 1, 1] })])).toBe(320_000);
  });

  it('takes the cheapest option and the cheapest tier', () => {
    expect(
      least([
        { id: 'o', type: 'options', text: 'o', vat: 'outside', path: 'A', prices: { x: 500, y: 300 } },
        {
          id: 't',
          type: 'tiers',
          text: 't',
          vat: 'outside',
          mode: 'whole',
          quantity: 'B',
          tiers: [{ upTo: '10', amountMinor: 200 }, { amountMinor: 900 }],
        },
      ]),
    ).toBe(500);
  });

  it('lifts to a minimum', () => {
    expect(
      least([
        { id: 'c', type: 'countTimesUnit', text: 'c', vat: 'outside', count: 'A', unitMinor: 80 },
        { id: 'm', type: 'minimum', text: 'm', vat: 'outside', of: ['c'], amountMinor: 600_000 },
      ]),
    ).toBe(600_000);
  });

  it('counts a deduction as given, also when it depends on an answer, and never below zero', () => {
    const off = (more: object) =>
      ({ id: 'd', type: 'discount', text: 'd', vat: 'outside', of: ['a'], ...more }) as PriceRule;
    expect(least([fixed('a', 1_000), off({ percent: '10', condition: ['equals', 1, 1] })])).toBe(900);
    expect(least([fixed('a', 1_000), off({ amountMinor: 5_000 })])).toBe(0);
    expect(least([fixed('a', 1_000), off({ type: 'maximum', amountMinor: 700 })])).toBe(700);
    expect(least([fixed('a', 1_000, { condition: ['equals', 1, 1] }), off({ percent: '10' })])).toBe(0);
  });

  it('takes the floor of a percentage, the cheapest row of a table, and no rows', () => {
    const rule = (more: object) => ({ id: 'p', text: 'p', vat: 'outside', ...more }) as PriceRule;
    expect(least([rule({ type: 'percentage', percent: 1, amount: 'A', floorMinor: 120_000 })])).toBe(120_000);
    expect(least([fixed('a', 5_000), rule({ type: 'percentage', percent: 10, of: ['a'] })])).toBe(5_500);
    const rows = [
      { is: ['x'], amountMinor: 900 },
      { is: ['y'], amountMinor: 300 },
    ];
    expect(least([rule({ type: 'table', keys: ['A'], rows })])).toBe(300);
    expect(least([rule({ type: 'table', keys: ['A'], rows, otherwise: 200 })])).toBe(200);
    const each = { type: 'fixed', amountMinor: 700 };
    expect(least([rule({ type: 'perRow', rows: 'G', lines: 'sum', each })])).toBe(0);
  });

  it('is of the day: dated amounts and rules that are not valid yet', () => {
    const dated = [{ amountMinor: 100 }, { from: '2027-04-01', amountMinor: 200 }];
    const pricing = { currency: 'NOK' as const, includesVat: true, dateBasis: 'submitted' as const };
    const rules = [fixed('a', 0, { amountMinor: dated }), fixed('b', 50, { validFrom: '2027-05-01' })];
    const on = (date: string) => leastPriceMinor({ ...pricing, rules }, { date });
    expect(['2027-03-31', '2027-04-01', '2027-05-01'].map(on)).toEqual([100, 200, 250]);
  });

  it('adds VAT when the tariff is without it', () => {
    expect(least([fixed('a', 10_000, { vat: '25' })], false)).toBe(12_500);
  });
});
