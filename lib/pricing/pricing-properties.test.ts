import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { compare, multiply } from '@/lib/core/decimal.ts';
import { type Order, vatCodes } from '@/lib/core/order.ts';
import { runs } from '@/scripts/testing/property-runs.ts';
import { calculateOrder } from './calculate-order.ts';
import { leastPriceMinor } from './least-price.ts';
import { orderOf, pricing, type SomeRule, someDate } from './pricing.test-helper.ts';
import {
  answerRule,
  answers,
  basis,
  number,
  percent,
  rules,
  whole,
} from './pricing-arbitraries.test-helper.ts';
import { priceRules } from './rules/registry.ts';

function checkSums(order: Order): void {
  const sum = (of: (line: Order['lines'][number]) => number) =>
    order.lines.reduce((all, line) => all + of(line), 0);
  expect(order.netMinor).toBe(sum((line) => line.netMinor));
  expect(order.vatMinor).toBe(sum((line) => line.vatMinor));
  expect(order.totalMinor).toBe(sum((line) => line.grossMinor));
  expect(order.netMinor + order.vatMinor).toBe(order.totalMinor);
  for (const line of order.lines) {
    expect(line.netMinor + line.vatMinor).toBe(line.grossMinor);
    expect(compare(multiply(line.quantity, String(line.unitNetMinor)), String(line.netMinor))).toBe(0);
    for (const each of [line.netMinor, line.vatMinor, line.grossMinor, line.unitNetMinor])
      expect(Number.isSafeInteger(each)).toBe(true);
  }
  expect(new Set(order.lines.map((line) => line.id)).size).toBe(order.lines.length);
}

describe('whatever the rules are', () => {
  it('net, VAT and gross are the sums of their lines, none of them below zero, and the same for ever', () => {
    fc.assert(
      fc.property(rules, answers, basis, (list, given, on) => {
        const order = orderOf(list, given, on);
        checkSums(order);
        expect(Math.min(order.netMinor, order.vatMinor, order.totalMinor)).toBeGreaterThanOrEqual(0);
        expect(orderOf(structuredClone(list), structuredClone(given), on)).toEqual(order);
        const deductions = new Set(
          list.flatMap((rule, index) =>
            priceRules.get(String(rule.type)).adjusts === 'down' ? [`r${index + 1}`] : [],
          ),
        );
        for (const line of order.lines)
          if (!deductions.has(line.id)) expect(line.grossMinor).toBeGreaterThan(0);
      }),
      runs(300),
    );
  });

  it('a deduction is never more than what it is deducted from, in net, VAT and gross', () => {
    fc.assert(
      fc.property(rules, answers, basis, (list, given, on) => {
        const { lines } = orderOf(list, given, on);
        for (const [index, rule] of list.entries()) {
          if (priceRules.get(String(rule.type)).adjusts !== 'down') continue;
          const off = lines.find((line) => line.id === `r${index + 1}`);
          const from = lines.filter((line) => (rule.of as string[]).includes(line.id.split('.')[0] ?? ''));
          for (const kind of ['netMinor', 'vatMinor', 'grossMinor'] as const)
            expect(-(off?.[kind] ?? 0)).toBeLessThanOrEqual(
              Math.max(
                0,
                from.reduce((sum, line) => sum + line[kind], 0),
              ),
            );
        }
      }),
      runs(300),
    );
  });

  it('nor over many small lines, whose VAT is rounded one by one', () => {
    const some = fc.array(fc.nat(12), { minLength: 1, maxLength: 8 });
    const off = fc.oneof(
      fc.record({ type: fc.constant('discount'), percent }),
      fc.record({ type: fc.constant('maximum'), amountMinor: fc.nat(20) }),
    );
    fc.assert(
      fc.property(some, off, fc.constantFrom(...vatCodes), basis, (amounts, deduction, vat, on) => {
        const lines = amounts.map((amountMinor) => ({ type: 'fixed', amountMinor, vat }));
        const of = lines.map((_, index) => `r${index + 1}`);
        const order = orderOf([...lines, { ...deduction, of, vat }], {}, on);
        expect(Math.min(order.netMinor, order.vatMinor, order.totalMinor)).toBeGreaterThanOrEqual(0);
        if (order.totalMinor === 0) expect(order.vatMinor).toBe(0);
      }),
    );
  });

  it('nobody pays less than the catalogue’s «from»', () => {
    fc.assert(
      fc.property(rules, answers, basis, (list, given, on) => {
        const least = leastPriceMinor(pricing(list, on), { date: someDate });
        const { lines, totalMinor } = orderOf(list, given, on);
        // The VAT of each line is rounded for itself: half an øre up or down.
        expect(totalMinor).toBeGreaterThanOrEqual(least - lines.length);
      }),
      runs(500),
    );
  });

  it('an answer that is taken away never makes the price a smaller one: it waits', () => {
    fc.assert(
      fc.property(answerRule, number, (rule, A) => {
        const full = orderOf([rule as SomeRule], { A, V: 'a' });
        const bare = calculateOrder(pricing([rule as SomeRule]), {}, { date: someDate });
        if (bare.ok) expect(bare.order.totalMinor).toBe(full.totalMinor);
        else expect(bare.reason).toBe('missing_answer');
      }),
    );
  });

  it('numbers beyond measure are refused, not wrapped around', () => {
    const huge = fc.constantFrom('999999999999999', '999999999999999.9999999999', '900000000000000');
    fc.assert(
      fc.property(rules, huge, huge, basis, (list, A, N, on) => {
        const result = calculateOrder(
          pricing(list, on),
          { A, V: 'a', G: [{ N }, { N }] },
          { date: someDate },
        );
        if (result.ok) checkSums(result.order);
        else expect(result.reason).toBe('cannot_compute');
      }),
      runs(300),
    );
  });

  it('never throws, whatever the answers are', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.constantFrom(null, true, {}, [], '1e9', '-5', '٣', 'NaN'),
      fc.array(fc.anything({ values: [fc.string()], withNullPrototype: false })),
    );
    fc.assert(
      fc.property(rules, anything, anything, anything, (list, A, V, G) => {
        const result = calculateOrder(pricing(list), { A, V, G } as Answers, { date: someDate });
        if (result.ok) checkSums(result.order);
        else expect(result.detail).not.toBe('');
      }),
      runs(200),
    );
  });
});

describe('more never costs less', () => {
  const growing = fc
    .tuple(number, number)
    .map(([a, b]) => (compare(a, b) <= 0 ? ([a, b] as const) : ([b, a] as const)));
  const rising = fc.tuple(whole, whole).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const charge: fc.Arbitrary<object> = fc.oneof(
    fc.record({ type: fc.constant('countTimesUnit'), count: fc.constant('A'), unitMinor: whole }),
    fc.record({
      type: fc.constant('tiers'),
      mode: fc.constant('marginal'),
      quantity: fc.constant('A'),
      tiers: fc.tuple(whole, whole).map(([a, b]) => [{ upTo: '100', unitMinor: a }, { unitMinor: b }]),
    }),
    rising.map(([low, high]) => ({
      type: 'tiers',
      mode: 'whole',
      quantity: 'A',
      tiers: [{ upTo: '100', amountMinor: low }, { amountMinor: high }],
    })),
    fc.tuple(percent, rising).map(([part, [low, high]]) => ({
      type: 'percentage',
      amount: 'A',
      percent: part,
      floorMinor: low,
      capMinor: high,
    })),
    fc.record({
      type: fc.constant('perRow'),
      rows: fc.constant('G'),
      lines: fc.constantFrom('each', 'sum'),
      each: fc.record({ type: fc.constant('countTimesUnit'), count: fc.constant('G.N'), unitMinor: whole }),
    }),
  );
  const after: fc.Arbitrary<object> = fc.oneof(
    fc.record({ type: fc.constant('minimum'), of: fc.constant(['r1']), amountMinor: whole }),
    fc.record({ type: fc.constant('maximum'), of: fc.constant(['r1']), amountMinor: whole }),
    fc.record({ type: fc.constant('discount'), of: fc.constant(['r1']), percent }),
    fc.record({ type: fc.constant('discount'), of: fc.constant(['r1']), amountMinor: whole }),
    fc.record({ type: fc.constant('percentage'), of: fc.constant(['r1']), percent }),
  );

  it('by count, tier, percentage, row, and after a minimum, maximum or discount', () => {
    fc.assert(
      fc.property(charge, after, growing, basis, (first, second, [less, more], on) => {
        const total = (N: string) => orderOf([first, second], { A: N, G: [{ N }, { N }] }, on).totalMinor;
        expect(total(more)).toBeGreaterThanOrEqual(total(less));
      }),
      runs(500),
    );
  });
});
