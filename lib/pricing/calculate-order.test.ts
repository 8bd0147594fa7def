import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calculateOrder } from './calculate-order.ts';
import { failureOf, orderOf, pricing, someDate } from './pricing.test-helper.ts';
import { pricingSchema } from './pricing-schema.ts';
import { pricingTextKeys } from './pricing-text-keys.ts';
import type { PriceRule } from './rule.ts';

const date = { date: someDate };

describe('the rules', () => {
  it('fixed, with VAT on top and within', () => {
    expect(orderOf([{ type: 'fixed', amountMinor: 100_000, vat: '25' }])).toMatchObject({
      netMinor: 100_000,
      vatMinor: 25_000,
      totalMinor: 125_000,
    });
    expect(
      orderOf([{ type: 'fixed', amountMinor: 100_00, vat: '15' }], {}, { includesVat: true }),
    ).toMatchObject({ netMinor: 8_696, vatMinor: 1_304, totalMinor: 10_000 });
  });

  it('count × unit counts choices, reads decimals and leaves the included units out', () => {
    expect(
      orderOf([{ type: 'countTimesUnit', count: 'Klasser', unitMinor: 80_000 }], {
        Klasser: ['1', '9', '42'],
      }).totalMinor,
    ).toBe(240_000);
    expect(
      orderOf([{ type: 'countTimesUnit', count: 'Liter', unitMinor: '23.5' }], { Liter: '1250.5' })
        .totalMinor,
    ).toBe(29_387);
    expect(orderOf([{ type: 'countTimesUnit', count: 'Rader', unitMinor: 5 }], { Rader: [] }).lines).toEqual(
      [],
    );
    const included = { type: 'countTimesUnit', count: 'Klasser', unitMinor: 100, included: '1' };
    expect(orderOf([included], { Klasser: ['1'] }).lines).toEqual([]);
    expect(orderOf([included], { Klasser: ['1', '2'] }).totalMinor).toBe(100);
  });

  it('options, single and several', () => {
    const rule = { type: 'options', path: 'Valg', prices: { a: 100, b: 250 } };
    expect(orderOf([rule], { Valg: 'b' }).lines.map((line) => [line.id, line.grossMinor])).toEqual([
      ['r1', 250],
    ]);
    expect(orderOf([rule], { Valg: ['a', 'b'] }).lines.map((line) => [line.id, line.grossMinor])).toEqual([
      ['r1.a', 100],
      ['r1.b', 250],
    ]);
    expect(failureOf([rule], { Valg: 'toString' })).toMatchObject({ reason: 'cannot_compute' });
  });

  it('tiers, whole and marginal', () => {
    const whole = {
      type: 'tiers',
      mode: 'whole',
      quantity: 'Areal',
      tiers: [
        { upTo: '50', amountMinor: 1_000 },
        { upTo: '200', amountMinor: 3_000 },
      ],
    };
    expect(['0', '50', '50.01', '200'].map((Areal) => orderOf([whole], { Areal }).totalMinor)).toEqual([
      1_000, 1_000, 3_000, 3_000,
    ]);
    expect(failureOf([whole], { Areal: '200.5' })).toMatchObject({ reason: 'cannot_compute' });
    const marginal = {
      type: 'tiers',
      mode: 'marginal',
      quantity: 'Areal',
      tiers: [{ upTo: '100', unitMinor: 200 }, { unitMinor: '50' }],
    };
    expect(
      orderOf([marginal], { Areal: '150' }).lines.map((line) => [line.id, line.quantity, line.grossMinor]),
    ).toEqual([
      ['r1.1', '100', 20_000],
      ['r1.2', '50', 2_500],
    ]);
  });

  it('minimum adds what is missing, and nothing when its rules do not apply', () => {
    const litres = (condition: PriceRule['condition'] = true) => ({
      type: 'countTimesUnit',
      count: 'Liter',
      unitMinor: 100,
      condition,
    });
    const minimum = { type: 'minimum', of: ['r1'], amountMinor: 5_000 };
    expect(orderOf([litres(), minimum], { Liter: '20' }).lines.map((line) => line.grossMinor)).toEqual([
      2_000, 3_000,
    ]);
    expect(orderOf([litres(), minimum], { Liter: '0' }).totalMinor).toBe(5_000);
    expect(orderOf([litres(), minimum], { Liter: '60' }).totalMinor).toBe(6_000);
    expect(orderOf([litres(false), minimum], {}).totalMinor).toBe(0);
  });
});

describe('what has no price', () => {
  it('waits for every missing answer and never counts it as 0', () => {
    const rules = [
      { type: 'countTimesUnit', count: 'A', unitMinor: 100 },
      { type: 'countTimesUnit', count: ['plus', ['dataModel', 'B'], ['dataModel', 'C']], unitMinor: 100 },
      { type: 'minimum', of: ['r1'], amountMinor: 5_000 },
      { type: 'options', path: 'D', prices: { a: 1 } },
    ];
    expect(failureOf(rules, { B: '1' })).toMatchObject({
      reason: 'missing_answer',
      ruleId: 'r1',
      paths: ['A', 'C', 'D'],
    });
    expect(failureOf([{ type: 'countTimesUnit', count: 'A', unitMinor: 1 }], { A: 'tolv' })).toMatchObject({
      reason: 'missing_answer',
      paths: ['A'],
    });
    expect(
      failureOf([{ type: 'fixed', amountMinor: 1, condition: ['greaterThan', ['dataModel', 'A'], 5] }]),
    ).toMatchObject({ paths: ['A'] });
  });

  it('alarms the owner for what no answer can mend', () => {
    expect(failureOf([{ type: 'countTimesUnit', count: ['divide', 1, 0], unitMinor: 1 }])).toMatchObject({
      reason: 'cannot_compute',
    });
    expect(failureOf([{ type: 'countTimesUnit', count: ['minus', 1, 2], unitMinor: 1 }])).toMatchObject({
      reason: 'cannot_compute',
    });
    expect(failureOf([{ type: 'fixed', amountMinor: 1, condition: 'maybe' }])).toMatchObject({
      reason: 'cannot_compute',
    });
    const huge = { type: 'countTimesUnit', count: 'A', unitMinor: '999999999999999' };
    expect(
      failureOf([{ type: 'countTimesUnit', count: 'B', unitMinor: 1 }, huge], { A: '99' }),
    ).toMatchObject({ reason: 'cannot_compute', ruleId: 'r2' });
    const max = { type: 'fixed', amountMinor: 9_007_199_254_740_991 };
    expect(failureOf([max, max])).toMatchObject({ reason: 'cannot_compute' });
    expect(
      calculateOrder(
        { ...pricing([]), rules: [{ id: 'x', type: 'gone', text: 't', vat: 'outside' }] },
        {},
        date,
      ),
    ).toMatchObject({ ok: false, reason: 'cannot_compute' });
  });

  it('tells which conditions were judged without an answer', () => {
    const rule = { type: 'fixed', amountMinor: 1, condition: ['equals', ['dataModel', 'Type'], 'a'] };
    expect(calculateOrder(pricing([rule]), {}, date)).toMatchObject({ ok: true, unanswered: ['Type'] });
    expect(calculateOrder(pricing([rule]), { Type: 'a' }, date)).toMatchObject({ ok: true, unanswered: [] });
  });
});

describe('a definition', () => {
  const parse = (...rules: Record<string, unknown>[]) =>
    pricingSchema.safeParse({
      currency: 'NOK',
      includesVat: false,
      dateBasis: 'submitted',
      rules: rules.map((rule) => ({ id: 'a', text: 't', vat: 'outside', ...rule })),
    }).success;

  it('is refused when a rule is unknown, incomplete or refers to what is not there', () => {
    expect(parse({ type: 'fixed', amountMinor: 1 })).toBe(true);
    expect(parse({ type: 'free' })).toBe(false);
    expect(parse({ type: 'fixed' })).toBe(false);
    expect(parse({ type: 'fixed', amountMinor: 1.5 })).toBe(false);
    expect(parse({ type: 'fixed', amountMinor: 1, amount: 2 })).toBe(false);
    expect(parse({ type: 'fixed', amountMinor: 1 }, { type: 'fixed', amountMinor: 1 })).toBe(false);
    expect(parse({ type: 'minimum', of: ['b'], amountMinor: 1 })).toBe(false);
    expect(parse({ type: 'fixed', amountMinor: 1, condition: ['equal', 1, 1] })).toBe(false);
    expect(parse({ type: 'fixed', amountMinor: 1, condition: ['equals', ['language'], 'nb'] })).toBe(false);
    expect(parse({ type: 'countTimesUnit', count: ['component', 'a'], unitMinor: 1 })).toBe(false);
    expect(parse({ type: 'countTimesUnit', count: ['dataModel', 'A'], unitMinor: 1 })).toBe(true);
    expect(parse({ type: 'countTimesUnit', count: '__proto__.x', unitMinor: 1 })).toBe(false);
    expect(
      parse({
        type: 'tiers',
        mode: 'whole',
        quantity: 'A',
        tiers: [
          { upTo: '9', amountMinor: 1 },
          { upTo: '5', amountMinor: 2 },
        ],
      }),
    ).toBe(false);
    expect(parse({ type: 'tiers', mode: 'whole', quantity: 'A', tiers: [{ unitMinor: 1 }] })).toBe(false);
  });

  it('tells which texts it needs', () => {
    expect(
      pricingTextKeys(
        pricing([
          { type: 'countTimesUnit', count: 'A', unitMinor: 1, unitText: 'unit.litre' },
          { type: 'fixed', amountMinor: 1, text: 'fee' },
        ]),
      ),
    ).toEqual(['price.line', 'unit.litre', 'fee']);
  });
});

it('every rule file has its registry line', () => {
  const folder = new URL('./rules/', import.meta.url);
  const registries = ['registry.ts', 'answer-rules.ts'];
  const registry = registries.map((file) => readFileSync(new URL(file, folder), 'utf8')).join();
  const shared = [
    ...registries,
    'define-rule.ts',
    'params.ts',
    'rate.ts',
    'deduction.ts',
    'tier-list.ts',
    'table-rows.ts',
  ];
  for (const file of readdirSync(folder))
    if (!shared.includes(file)) expect(registry).toContain(`'./${file}'`);
});
