import { addLegalDays } from '@/lib/core/legal-date.ts';
import type { Circumstances, Found, PaymentCheck } from '../check.ts';
import type { WeighedPayment } from '../weigh-payment.ts';

/** Another sum was settled than was captured, or other sums than were refunded. */
export const amount: PaymentCheck = {
  kind: 'amount',
  find(payment, circumstances) {
    if (payment.there.foreign.length > 0 || payment.balancedThere) return undefined;
    return ofCapture(payment, circumstances) ?? ofRefunds(payment);
  },
};

function ofCapture({ ours, there }: WeighedPayment, { terms, asOf }: Circumstances): Found | undefined {
  const { capturedMinor, capturedOn, currency } = ours;
  if (capturedOn === null || there.payments.length === 0) return undefined;
  const tooMuch = there.paidMinor - capturedMinor;
  // More by several lines is a double capture.
  if (tooMuch === 0 || (tooMuch > 0 && there.payments.length > 1)) return undefined;
  // A part may be followed by the rest, or came before we began to look.
  const restMayCome = asOf <= addLegalDays(capturedOn, terms.delayDays) || capturedOn < terms.startsOn;
  if (tooMuch < 0 && restMayCome) return undefined;
  return {
    facts: {
      of: 'payment',
      expected: { amountMinor: capturedMinor, currency },
      found: { amountMinor: there.paidMinor, currency },
      settledOn: there.payments[0]?.settledOn,
    },
    line: there.payments[0],
  };
}

function ofRefunds({ ours, refundedMinor, refundsPairUp, there }: WeighedPayment): Found | undefined {
  if (!refundsPairUp || there.refundedMinor === refundedMinor) return undefined;
  if (ours.refundUnderWayMinor > 0) return undefined;
  const { currency } = ours;
  return {
    facts: {
      of: 'refund',
      expected: { amountMinor: refundedMinor, currency },
      found: { amountMinor: there.refundedMinor, currency },
      settledOn: there.refunds[0]?.settledOn,
    },
    line: there.refunds[0],
  };
}
