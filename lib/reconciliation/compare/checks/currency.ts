import type { PaymentCheck } from '../check.ts';
import { partOf, sumOf } from '../weigh-payment.ts';

/** Something was settled in another currency than the order's. */
export const currency: PaymentCheck = {
  kind: 'currency',
  find({ ours, there }) {
    const [first] = there.foreign;
    if (!first) return undefined;
    const same = there.foreign.filter((line) => line.type === first.type && line.currency === first.currency);
    return {
      facts: {
        of: partOf(first),
        expected: { amountMinor: ours.capturedMinor, currency: ours.currency },
        found: { amountMinor: sumOf(same), currency: first.currency },
        settledOn: first.settledOn,
      },
      line: first,
    };
  },
};
