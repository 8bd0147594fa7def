import { addLegalDays } from '@/lib/core/legal-date.ts';
import type { PaymentCheck } from '../check.ts';

/** We have taken money that no report tells of, and its time is over. */
export const missingThere: PaymentCheck = {
  kind: 'missing_there',
  find({ ours, netMinor, there }, { terms, asOf }) {
    const { capturedOn, capturedMinor, currency } = ours;
    if (capturedOn === null || capturedOn < terms.startsOn) return undefined;
    if (there.payments.length > 0 || there.foreign.length > 0) return undefined;
    const dueOn = addLegalDays(capturedOn, terms.delayDays);
    // What was given back in full before it was settled is owed by nobody.
    if (netMinor <= 0 || asOf <= dueOn) return undefined;
    return {
      facts: {
        expected: { amountMinor: capturedMinor, currency },
        found: { amountMinor: 0, currency },
        dueOn,
      },
    };
  },
};
