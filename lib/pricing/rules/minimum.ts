import { defineRule } from './define-rule.ts';
import { amountMinor, ids } from './params.ts';

/** The least that a group of earlier rules costs together: adds what is missing. Silent when none of them applies. */
export const minimum = defineRule({
  id: 'minimum',
  params: { of: ids, amountMinor },
  references: ({ of }) => of,
  leastMinor({ of, amountMinor: least }, leastOf) {
    const { applied, amountMinor: sum } = leastOf(of);
    return applied ? Math.max(0, least - sum) : 0;
  },
  compute({ of, amountMinor: least }, context) {
    const { applied, amountMinor: sum } = context.linesOf(of);
    const missing = least - sum;
    if (!applied || missing <= 0) return [];
    return [
      {
        quantity: '1',
        unitMinor: String(missing),
        amountMinor: String(missing),
        explanation: {
          key: 'pricing.explainMinimum',
          values: { amountMinor: String(least), sumMinor: String(sum) },
        },
      },
    ];
  },
});
