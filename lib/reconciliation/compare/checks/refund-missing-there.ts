import { addLegalDays } from '@/lib/core/legal-date.ts';
import type { PaymentCheck } from '../check.ts';
import { sumOf } from '../weigh-payment.ts';

/** We have given money back that no report tells of, and its time is over. */
export const refundMissingThere: PaymentCheck = {
  kind: 'refund_missing_there',
  find({ ours, refundsPairUp, there }, { terms, asOf }) {
    if (there.foreign.length > 0 || refundsPairUp) return undefined;
    const { capturedOn, currency } = ours;
    // Of a payment that is not settled itself, `missing_there` tells.
    if (there.payments.length === 0 && (capturedOn === null || capturedOn >= terms.startsOn))
      return undefined;
    const due = ours.refunds.filter(
      ({ on }) => on >= terms.startsOn && asOf > addLegalDays(on, terms.delayDays),
    );
    const last = due.at(-1);
    if (!last || there.refundedMinor >= sumOf(due)) return undefined;
    return {
      facts: {
        expected: { amountMinor: sumOf(due), currency },
        found: { amountMinor: there.refundedMinor, currency },
        dueOn: addLegalDays(last.on, terms.delayDays),
      },
    };
  },
};
