import type { PaymentCheck } from '../check.ts';

/** The payer's bank has taken the money back. */
export const chargeback: PaymentCheck = {
  kind: 'chargeback',
  find({ ours, there }) {
    const last = there.chargebacks.at(-1);
    if (!last) return undefined;
    return {
      facts: {
        found: { amountMinor: there.chargedBackMinor, currency: ours.currency },
        settledOn: last.settledOn,
      },
      line: last,
    };
  },
};
