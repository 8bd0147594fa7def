import { compare, divide, multiply } from '@/lib/core/decimal.ts';
import { minor } from '@/lib/core/money.ts';
import { cannotCompute } from '../price-problem.ts';
import { defineRule } from './define-rule.ts';
import { ids, optional, quantity } from './params.ts';
import { amountMinor, percent, type Rate, rateFrom } from './rate.ts';

interface Bounds {
  floorMinor?: Rate | undefined;
  capMinor?: Rate | undefined;
}

/**
 * A percentage of an amount that is answered in whole currency units (`amount`: «byggekostnad»), or of earlier rules (`of`),
 * at least `floorMinor` and at most `capMinor`. Silent when none of the earlier rules applies.
 */
export const percentage = defineRule({
  id: 'percentage',
  params: {
    percent,
    amount: optional(quantity),
    of: optional(ids),
    floorMinor: optional(amountMinor),
    capMinor: optional(amountMinor),
  },
  references: ({ of }) => of ?? [],
  check: ({ amount, of, floorMinor, capMinor }) => [
    ...((amount === undefined) === (of === undefined) ? ['wants either amount or of'] : []),
    ...(floorMinor && capMinor && compare(floorMinor.value, capMinor.value) > 0
      ? ['floorMinor: is higher than capMinor']
      : []),
  ],
  leastMinor(values, leastOf) {
    const { applied, amountMinor: sum } = values.of ? leastOf(values.of) : { applied: true, amountMinor: 0 };
    return applied ? Number(bounded(partOf(String(Math.max(0, sum)), values.percent), values)) : 0;
  },
  compute({ percent: part, amount, of, ...bounds }, context) {
    const sum = of && context.linesOf(of);
    if (sum && !sum.applied) return [];
    const base = sum ? String(Math.max(0, sum.amountMinor)) : inMinor(context.quantity(amount ?? 0));
    const charged = bounded(partOf(base, part), bounds);
    return [
      {
        quantity: '1',
        unitMinor: charged,
        amountMinor: charged,
        explanation: {
          key: `pricing.explainPercentage${boundsSuffix(bounds)}`,
          values: {
            percent: part.value,
            baseMinor: base,
            ...(bounds.floorMinor && { floorMinor: bounds.floorMinor.value }),
            ...(bounds.capMinor && { capMinor: bounds.capMinor.value }),
            ...rateFrom(part, bounds.floorMinor, bounds.capMinor),
          },
        },
      },
    ];
  },
  explanations: ['', 'AtLeast', 'AtMost', 'Between'].map((suffix) => `pricing.explainPercentage${suffix}`),
});

function partOf(baseMinor: string, part: Rate): string {
  return divide(multiply(baseMinor, part.value), '100');
}

function bounded(charged: string, { floorMinor, capMinor }: Bounds): string {
  if (floorMinor && compare(charged, floorMinor.value) < 0) return floorMinor.value;
  return capMinor && compare(charged, capMinor.value) > 0 ? capMinor.value : charged;
}

function boundsSuffix({ floorMinor, capMinor }: Bounds): string {
  if (floorMinor) return capMinor ? 'Between' : 'AtLeast';
  return capMinor ? 'AtMost' : '';
}

/** Kroner as answered → øre; an amount that no order could have is refused before anybody tries to write it. */
function inMinor(amount: string): string {
  const base = multiply(amount, '100');
  try {
    minor(Math.ceil(Number(base)));
  } catch {
    throw cannotCompute('The amount is too great to take a percentage of');
  }
  return base;
}
