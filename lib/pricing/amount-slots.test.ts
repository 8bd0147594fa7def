import { describe, expect, it } from 'vitest';
import { amountSlots, withAmounts } from './amount-slots.ts';
import type { PriceRule } from './rule.ts';
import { priceRules } from './rules/registry.ts';

const rule = (parameters: Record<string, unknown>): PriceRule =>
  ({ id: 'a', text: 'price.a', vat: 'outside', ...parameters }) as PriceRule;

const rules: [PriceRule, (string | number)[][]][] = [
  [rule({ type: 'fixed', amountMinor: 100 }), [['amountMinor']]],
  [rule({ type: 'countTimesUnit', count: 'A', unitMinor: '23.5' }), [['unitMinor']]],
  [
    rule({ type: 'options', path: 'A', prices: { x: 100, y: 200 } }),
    [
      ['prices', 'x'],
      ['prices', 'y'],
    ],
  ],
  [
    rule({
      type: 'tiers',
      quantity: 'A',
      mode: 'marginal',
      tiers: [{ upTo: '10', unitMinor: 100 }, { unitMinor: 50 }],
    }),
    [
      ['tiers', 0, 'unitMinor'],
      ['tiers', 1, 'unitMinor'],
    ],
  ],
  [
    rule({ type: 'table', keys: ['A'], rows: [{ is: ['x'], amountMinor: 100 }], otherwise: 300 }),
    [['rows', 0, 'amountMinor'], ['otherwise']],
  ],
  [
    rule({ type: 'percentage', percent: '2.5', amount: 'A', floorMinor: 100, capMinor: 900 }),
    [['percent'], ['floorMinor'], ['capMinor']],
  ],
  [
    rule({ type: 'perRow', rows: 'G', lines: 'each', each: { type: 'fixed', amountMinor: 100 } }),
    [['each', 'amountMinor']],
  ],
];

describe('the amounts of a rule', () => {
  it.each(rules)('are found where its kind keeps them: %j', (given, paths) => {
    expect(priceRules.get(given.type).problems(given)).toEqual([]);
    expect(amountSlots(given).map(({ path }) => path)).toEqual(paths);
  });

  it.each(rules)('may change, and change from a day, and the rule stays sound: %j', (given) => {
    for (const slot of amountSlots(given)) {
      const dated = withAmounts(given, slot, [{ value: 500 }, { from: '2027-01-01', value: 600 }]);
      expect(priceRules.get(given.type).problems(dated)).toEqual([]);
      const read = amountSlots(dated).find(({ path }) => path.join('.') === slot.path.join('.'));
      expect(read?.amounts).toEqual([{ value: 500 }, { from: '2027-01-01', value: 600 }]);
      expect(withAmounts(dated, slot, slot.amounts)).toEqual(given);
    }
  });
});
