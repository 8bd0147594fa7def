import { defineRule } from './define-rule.ts';
import { ids } from './params.ts';
import { amountMinor, rateFrom } from './rate.ts';

/** The least that a group of earlier rules costs together: adds what is missing. Silent when none of them applies. */
export const minimum = defineRule({
  id: 'minimum',
  adjusts: 'up',
  // Or what is lacking would cost more or less by what it is lacking from.
  sameVat: 'added',
  params: { of: ids, amountMinor },
  references: ({ of }) => of,
  leastMinor({ of, amountMinor: least }, leastOf) {
    const { applied, amountMinor: sum } = leastOf(of);
    return applied ? Math.max(0, Number(least.value) - sum) : 0;
  },
  compute({ of, amountMinor: least }, context) {
    const { applied, amountMinor: sum } = context.linesOf(of);
    const missing = Number(least.value) - sum;
    if (!applied || missing <= 0) return [];
    return [
      {
        quantity: '1',
        unitMinor: String(missing),
        amountMinor: String(missing),
        explanation: {
          key: 'pricing.explainMinimum',
          values: { amountMinor: least.value, sumMinor: String(sum), ...rateFrom(least) },
        },
      },
    ];
  },
});
