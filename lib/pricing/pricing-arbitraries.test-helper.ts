import fc from 'fast-check';
import type { Answers } from '@/lib/core/answers.ts';
import { vatCodes } from '@/lib/core/order.ts';
import { problemsOf, type SomeRule } from './pricing.test-helper.ts';
import { roundings } from './rounding.ts';
import { priceRules } from './rules/registry.ts';

// Of some øre too: there the rounding of VAT weighs most.
export const whole = fc.oneof(fc.integer({ min: 0, max: 10_000_000 }), fc.nat(9));
export const number = whole.map((value) => String(value / 100));
export const percent = fc.integer({ min: 0, max: 10_000 }).map((value) => String(value / 100));
const amount = fc.oneof(
  whole,
  fc.tuple(whole, whole).map(([now, next]) => [
    { from: '2026-01-01', amountMinor: now },
    { from: '2028-01-01', amountMinor: next },
  ]),
);
const condition = fc.constantFrom(
  undefined,
  undefined,
  ['equals', ['dataModel', 'V'], 'a'] as const,
  false as const,
);
const validity = fc.constantFrom({}, {}, { validFrom: '2027-01-01' }, { validTo: '2026-12-31' });

export const answerRule = fc.oneof(
  fc.record({ type: fc.constant('fixed'), amountMinor: amount }),
  fc.record({
    type: fc.constant('countTimesUnit'),
    count: fc.constant('A'),
    unitMinor: whole.map((value) => String(value / 8)),
  }),
  fc.record({
    type: fc.constant('options'),
    path: fc.constant('V'),
    prices: fc.record({ a: amount, b: amount }),
  }),
  fc.record({
    type: fc.constant('tiers'),
    mode: fc.constant('marginal'),
    quantity: fc.constant('A'),
    tiers: fc.tuple(whole, whole).map(([a, b]) => [{ upTo: '500', unitMinor: a }, { unitMinor: b }]),
  }),
  fc.record({
    type: fc.constant('table'),
    keys: fc.constant(['V', 'A']),
    rows: fc.tuple(amount, amount).map(([a, b]) => [
      { is: ['a', { upTo: '900' }], amountMinor: a },
      { is: ['b', { upTo: '99999' }], amountMinor: b },
    ]),
    otherwise: amount,
  }),
  fc
    .record({
      type: fc.constant('percentage'),
      amount: fc.constant('A'),
      percent,
      floorMinor: whole,
      more: whole,
    })
    .map(({ more, ...rule }) => ({ ...rule, capMinor: rule.floorMinor + more })),
);
const rowRule = fc.record({
  type: fc.constant('perRow'),
  rows: fc.constant('G'),
  lines: fc.constantFrom('each', 'sum'),
  each: fc.record({
    type: fc.constant('countTimesUnit'),
    count: fc.constant('G.N'),
    unitMinor: whole.map((value) => String(value / 8)),
  }),
});
const groupRule = fc.oneof(
  fc.record({ type: fc.constant('minimum'), amountMinor: amount }),
  fc.record({ type: fc.constant('maximum'), amountMinor: amount }),
  fc.record({ type: fc.constant('discount'), percent }),
  fc.record({ type: fc.constant('discount'), amountMinor: amount }),
  fc.record({ type: fc.constant('percentage'), percent }),
);

type Chosen = {
  rule: object;
  vat: (typeof vatCodes)[number];
  of: number[];
  condition: unknown;
  validity: object;
};
const chosen: fc.Arbitrary<Chosen> = fc.record({
  rule: fc.oneof({ weight: 3, arbitrary: answerRule }, rowRule, { weight: 3, arbitrary: groupRule }),
  vat: fc.constantFrom(...vatCodes),
  of: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
  condition,
  validity,
});

/** Documents that pass the schema: what builds on earlier rules names their adjustments too, and takes their VAT code. */
export const rules = fc.array(chosen, { minLength: 1, maxLength: 9 }).map((list) => {
  const made: SomeRule[] = [{ id: 'r1', type: 'fixed', amountMinor: 7, vat: '25' }];
  for (const { rule, vat, of, condition: when, validity: days } of list) {
    const id = `r${made.length + 1}`;
    const next = {
      id,
      ...rule,
      ...days,
      vat,
      ...(when === undefined ? {} : { condition: when }),
    } as SomeRule;
    if (!isGroupRule(next)) made.push(next);
    else {
      const ids = named(
        of.map((each) => `r${(each % made.length) + 1}`),
        made,
      );
      const group = { ...next, of: ids, vat: made.find((each) => each.id === ids[0])?.vat };
      if (problemsOf([...made, group]).length === 0) made.push(group);
    }
  }
  return made;
});

function isGroupRule(rule: SomeRule): boolean {
  return (
    ['minimum', 'maximum', 'discount'].includes(String(rule.type)) ||
    (rule.type === 'percentage' && !rule.amount)
  );
}

/** With every adjustment of them, and what those adjust. */
function named(ids: string[], made: readonly SomeRule[]): string[] {
  const all = new Set(ids);
  for (const _ of made)
    for (const { id, of, type } of made) {
      if (!Array.isArray(of) || priceRules.get(String(type)).adjusts === undefined) continue;
      if (all.has(String(id)) || of.some((each) => all.has(each)))
        for (const each of [id, ...of]) all.add(each);
    }
  return [...all];
}

export const basis = fc.record({
  includesVat: fc.boolean(),
  rounding: fc.constantFrom(undefined, ...roundings),
});
export const answers: fc.Arbitrary<Answers> = fc.record({
  A: number,
  V: fc.constantFrom('a', 'b'),
  G: fc.array(
    number.map((N) => ({ N })),
    { maxLength: 5 },
  ),
});
