import type { PaymentCheck } from '../check.ts';
import { partOf, sumOf } from '../weigh-payment.ts';

/** One movement of the provider's, by its own id, stands in more than one report: settled twice, but charged once. */
export const settledTwice: PaymentCheck = {
  kind: 'settled_twice',
  find({ ours, there }) {
    const [first] = there.repeated;
    if (!first) return undefined;
    return {
      facts: {
        of: partOf(first),
        expected: { amountMinor: 0, currency: ours.currency },
        found: { amountMinor: sumOf(there.repeated), currency: first.currency },
        settledOn: first.settledOn,
      },
      line: first,
    };
  },
};
