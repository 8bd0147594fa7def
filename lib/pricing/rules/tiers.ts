import { compare, multiply, subtract } from '@/lib/core/decimal.ts';
import { pathsNamed } from '../paths-named.ts';
import { at, cannotCompute } from '../price-problem.ts';
import { defineRule, type LineDraft } from './define-rule.ts';
import { oneOf, optional, quantity, textKey } from './params.ts';
import { rateFrom } from './rate.ts';
import { type Tier, tierList } from './tier-list.ts';

/** A price by size. `whole`: the tier that the quantity falls in decides; `marginal`: every tier prices its own part. */
export const tiers = defineRule({
  id: 'tiers',
  params: { quantity, mode: oneOf('whole', 'marginal'), tiers: tierList, unitText: optional(textKey) },
  check: ({ mode, tiers: list }) =>
    list.every((tier) => tier.of === mode)
      ? []
      : [`tiers: wants ${mode === 'whole' ? 'amountMinor' : 'unitMinor'} in every tier`],
  leastMinor: ({ mode, tiers: list }) =>
    mode === 'whole' ? Math.min(...list.map((tier) => Number(tier.price.value))) : 0,
  compute({ quantity: from, mode, tiers: list, unitText }, context) {
    const size = context.quantity(from);
    const unit = unitText === undefined ? {} : { unitText };
    const last = list.at(-1)?.upTo;
    if (last !== undefined && compare(size, last) > 0)
      throw cannotCompute(`The quantity${at(pathsNamed(from))} is beyond the last tier, ${last}`);
    return mode === 'whole' ? wholeLine(size, list, unit) : marginalLines(size, list, unit);
  },
  explanations: ['Tier', 'Band'].flatMap((what) =>
    ['All', 'UpTo', 'Between', 'Above'].flatMap((suffix) =>
      ['', 'Unit'].map((unit) => `pricing.explain${what}${suffix}${unit}`),
    ),
  ),
});

function wholeLine(size: string, list: Tier[], unit: { unitText?: string }): LineDraft[] {
  const index = list.findIndex(({ upTo }) => upTo === undefined || compare(size, upTo) <= 0);
  const rate = list[index]?.price;
  if (rate === undefined) throw cannotCompute('No tier for the quantity');
  const price = rate.value;
  const { values, suffix } = bounds(list[index - 1]?.upTo, list[index]?.upTo);
  return [
    {
      quantity: '1',
      unitMinor: price,
      amountMinor: price,
      explanation: {
        key: `pricing.explainTier${suffix}${unitSuffix(unit)}`,
        values: { count: size, amountMinor: price, ...values, ...unit, ...rateFrom(rate) },
      },
    },
  ];
}

function marginalLines(size: string, list: Tier[], unit: { unitText?: string }): LineDraft[] {
  return list.flatMap(({ upTo, price }, index): LineDraft[] => {
    const from = list[index - 1]?.upTo;
    const end = upTo !== undefined && compare(upTo, size) < 0 ? upTo : size;
    const part = subtract(end, from ?? '0');
    if (compare(part, '0') <= 0 && index > 0) return [];
    const { values, suffix } = bounds(from, upTo);
    return [
      {
        ...(list.length > 1 ? { suffix: String(index + 1) } : {}),
        quantity: part,
        unitMinor: price.value,
        amountMinor: multiply(part, price.value),
        explanation: {
          key: `pricing.explainBand${suffix}${unitSuffix(unit)}`,
          values: { count: part, unitMinor: price.value, ...values, ...unit, ...rateFrom(price) },
        },
      },
    ];
  });
}

function unitSuffix({ unitText }: { unitText?: string }): string {
  return unitText === undefined ? '' : 'Unit';
}

function bounds(
  from: string | undefined,
  upTo: string | undefined,
): { suffix: string; values: Record<string, string> } {
  if (from === undefined)
    return upTo === undefined ? { suffix: 'All', values: {} } : { suffix: 'UpTo', values: { upTo } };
  return upTo === undefined
    ? { suffix: 'Above', values: { from } }
    : { suffix: 'Between', values: { from, upTo } };
}
