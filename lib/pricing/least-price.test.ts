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

  it('adds VAT when the tariff is without it', () => {
    expect(least([fixed('a', 10_000, { vat: '25' })], false)).toBe(12_500);
  });
});
