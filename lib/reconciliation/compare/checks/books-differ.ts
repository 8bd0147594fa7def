import type { PaymentCheck } from '../check.ts';

/** The payment and the ledger do not agree with each other: a fault of our own books. */
export const booksDiffer: PaymentCheck = {
  kind: 'books_differ',
  find({ ours, refundedMinor }) {
    const { attempt, capturedMinor, currency } = ours;
    if (attempt.capturedMinor === capturedMinor && attempt.refundedMinor === refundedMinor) return undefined;
    return {
      facts: {
        expected: { amountMinor: attempt.capturedMinor - attempt.refundedMinor, currency },
        found: { amountMinor: capturedMinor - refundedMinor, currency },
      },
    };
  },
};
