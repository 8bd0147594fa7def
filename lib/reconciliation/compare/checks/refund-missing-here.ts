import type { PaymentCheck } from '../check.ts';

/** The provider has given money back that our books do not know of. */
export const refundMissingHere: PaymentCheck = {
  kind: 'refund_missing_here',
  find({ ours, refundedMinor, refundsPairUp, there, balancedThere }) {
    if (there.foreign.length > 0 || balancedThere || there.refunds.length === 0) return undefined;
    if (refundsPairUp) return undefined;
    const unknown = there.refundedMinor - refundedMinor - ours.refundUnderWayMinor;
    // Of a payment that never was ours, only what went back beyond it.
    const left = ours.capturedMinor === 0 ? unknown - there.paidMinor : unknown;
    if (left <= 0) return undefined;
    const { currency } = ours;
    const last = there.refunds.at(-1);
    return {
      facts: {
        expected: { amountMinor: refundedMinor, currency },
        found: { amountMinor: there.refundedMinor, currency },
        settledOn: last?.settledOn,
      },
      line: last,
    };
  },
};
