import { at, cannotCompute } from '../price-problem.ts';
import { defineRule, type LineDraft } from './define-rule.ts';
import { optional, path, recordOf, textKey } from './params.ts';
import { amountMinor, rateFrom } from './rate.ts';

/** A price per chosen option; several choices give one line each. An option without a price is an error of the tariff, never free. */
export const options = defineRule({
  id: 'options',
  params: { path, prices: recordOf(amountMinor), labels: optional(recordOf(textKey)) },
  check: ({ prices, labels }) =>
    Object.keys(labels ?? {})
      .filter((value) => !Object.hasOwn(prices, value))
      .map((value) => `labels: ${value} has no price`),
  leastMinor: ({ prices }) => Math.min(...Object.values(prices).map(({ value }) => Number(value))),
  compute({ path: from, prices, labels }, context) {
    const answer = context.answer(from);
    const several = Array.isArray(answer);
    const chosen = several ? [...new Set(answer)] : [answer];
    return chosen.map((each): LineDraft => {
      const value = typeof each === 'string' || typeof each === 'boolean' ? String(each) : '';
      const price = Object.hasOwn(prices, value) ? prices[value] : undefined;
      if (price === undefined) throw cannotCompute(`No price for the option${at([from])}`);
      const label = labels?.[value];
      const values = { amountMinor: price.value, ...rateFrom(price) };
      return {
        ...(several ? { suffix: value } : {}),
        quantity: '1',
        unitMinor: price.value,
        amountMinor: price.value,
        explanation:
          label === undefined
            ? { key: 'pricing.explainOption', values }
            : { key: 'pricing.explainOptionText', values: { optionText: label, ...values } },
      };
    });
  },
});
