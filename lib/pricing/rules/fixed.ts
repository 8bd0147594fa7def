import { defineRule } from './define-rule.ts';
import { amountMinor, rateFrom } from './rate.ts';

/** The same amount for everybody: a registration fee. */
export const fixed = defineRule({
  id: 'fixed',
  params: { amountMinor },
  leastMinor: ({ amountMinor: amount }) => Number(amount.value),
  compute: ({ amountMinor: amount }) => [
    {
      quantity: '1',
      unitMinor: amount.value,
      amountMinor: amount.value,
      explanation: { key: 'pricing.explainFixed', values: rateFrom(amount) },
    },
  ],
});
