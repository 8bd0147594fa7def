import type { PaymentCheck } from '../check.ts';

/** The provider has settled a payment that our books have no money for. */
export const missingHere: PaymentCheck = {
  kind: 'missing_here',
  find({ ours, there }) {
    if (ours.capturedMinor > 0 || there.foreign.length > 0) return undefined;
    // Taken and given back before we heard of it is no money of ours.
    const left = there.paidMinor - there.refundedMinor - there.chargedBackMinor;
    if (left <= 0) return undefined;
    const { currency } = ours;
    return {
      facts: {
        expected: { amountMinor: 0, currency },
        found: { amountMinor: left, currency },
        settledOn: there.payments[0]?.settledOn,
      },
      line: there.payments[0],
    };
  },
};
