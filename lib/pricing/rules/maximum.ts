import { deduction } from './deduction.ts';
import { defineRule, type LeastOf } from './define-rule.ts';
import { ids } from './params.ts';
import { amountMinor, type Rate, rateFrom } from './rate.ts';

/** The most that a group of earlier rules costs together: deducts what is above. */
export const maximum = defineRule({
  id: 'maximum',
  adjusts: 'down',
  sameVat: 'always',
  params: { of: ids, amountMinor },
  references: ({ of }) => of,
  leastMinor: (values, leastOf) => -above(values, leastOf).excess,
  compute(values, context) {
    const { excess, sum } = above(values, context.linesOf);
    return deduction(excess, {
      key: 'pricing.explainMaximum',
      values: {
        amountMinor: values.amountMinor.value,
        sumMinor: String(sum),
        ...rateFrom(values.amountMinor),
      },
    });
  },
});

function above({ of, amountMinor: most }: { of: string[]; amountMinor: Rate }, sumOf: LeastOf) {
  const { amountMinor: sum } = sumOf(of);
  return { sum, excess: Math.max(0, sum - Number(most.value)) };
}
