import { addLegalDays } from '@/lib/core/legal-date.ts';
import type { PaymentCheck } from '../check.ts';

/** A payment was settled, but later than agreed. */
export const lateSettlement: PaymentCheck = {
  kind: 'late_settlement',
  find({ ours, there }, { terms }) {
    const [first] = there.payments;
    if (!first || ours.capturedOn === null || ours.capturedOn < terms.startsOn) return undefined;
    const dueOn = addLegalDays(ours.capturedOn, terms.delayDays);
    if (first.settledOn <= dueOn) return undefined;
    const { currency } = ours;
    return {
      facts: {
        found: { amountMinor: there.paidMinor, currency },
        dueOn,
        settledOn: first.settledOn,
      },
      line: first,
    };
  },
};
