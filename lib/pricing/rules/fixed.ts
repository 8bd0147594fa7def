import { defineRule } from './define-rule.ts';
import { amountMinor } from './params.ts';

/** The same amount for everybody: a registration fee. */
export const fixed = defineRule({
  id: 'fixed',
  params: { amountMinor },
  leastMinor: ({ amountMinor: amount }) => amount,
  compute: ({ amountMinor: amount }) => [
    {
      quantity: '1',
      unitMinor: String(amount),
      amountMinor: String(amount),
      explanation: { key: 'pricing.explainFixed', values: {} },
    },
  ],
});
