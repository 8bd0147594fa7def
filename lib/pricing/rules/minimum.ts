import { defineRule } from './define-rule.ts';
import { amountMinor, ids } from './params.ts';

/** The least that a group of earlier rules costs together: adds what is missing. Silent when none of them applies. */
export const minimum = defineRule({
  id: 'minimum',
  params: { of: ids, amountMinor },
  references: ({ of }) => of,
  compute({ of, amountMinor: least }, context) {
    const { applied, amountMinor: sum } = context.linesOf(of);
    const missing = least - sum;
    if (!applied || missing <= 0) return [];
    return [{
      quantity: '1',
      unitMinor: String(missing),
      amountMinor: String(missing),
      explanation: { key: 'pricing.explainMinimum', values: { amountMinor: String(least), sumMinor: String(sum) } },
    }];
  },
});
