import { compare, multiply, subtract } from '@/lib/core/decimal.ts';
import { defineRule } from './define-rule.ts';
import { decimal, optional, quantity, textKey } from './params.ts';
import { rateFrom, unitMinor } from './rate.ts';

/** A price per unit: per class, per litre; some units may be included. A path to several choices or rows counts them. */
export const countTimesUnit = defineRule({
  id: 'countTimesUnit',
  params: { count: quantity, unitMinor, included: optional(decimal), unitText: optional(textKey) },
  compute({ count, unitMinor: rate, included, unitText }, context) {
    const unit = rate.value;
    const counted = context.quantity(count);
    const free = included ?? '0';
    const charged = compare(counted, free) > 0 ? subtract(counted, free) : '0';
    const values = {
      count: counted,
      unitMinor: unit,
      ...(unitText === undefined ? {} : { unitText }),
      ...rateFrom(rate),
    };
    const [plain, some] =
      unitText === undefined
        ? ['pricing.explainCount', 'pricing.explainCountIncluded']
        : ['pricing.explainCountUnit', 'pricing.explainCountUnitIncluded'];
    const explanation =
      compare(free, '0') === 0
        ? { key: plain, values }
        : { key: some, values: { ...values, included: free, charged } };
    return [{ quantity: charged, unitMinor: unit, amountMinor: multiply(charged, unit), explanation }];
  },
});
