import { addLegalDays } from '@/lib/core/legal-date.ts';
import { sumMinor } from '@/lib/core/money.ts';
import { type AgreedFee, feeFor } from '../agreed-fee.ts';
import type { Circumstances, Found, PaymentCheck } from '../check.ts';
import { sumOf, type WeighedPayment } from '../weigh-payment.ts';

/** The provider held back another fee than the agreement states, or a fee where there was no payment. */
export const fee: PaymentCheck = {
  kind: 'fee',
  find(payment, circumstances) {
    const { ours, there } = payment;
    if (there.foreign.length > 0) return undefined;
    if (there.payments.length > 0)
      return ours.capturedMinor > 0 ? notAsAgreed(payment, circumstances) : undefined;
    return ours.capturedMinor === 0 ? withoutPayment(payment) : undefined;
  },
};

function notAsAgreed({ ours, there }: WeighedPayment, { terms, asOf }: Circumstances): Found | undefined {
  const last = there.payments.at(-1);
  if (!terms.fee || !last) return undefined;
  // Fees may come by lines of their own, somewhat later.
  if (there.feeMinor === null && asOf <= addLegalDays(last.settledOn, terms.delayDays)) return undefined;
  const expected = agreed(terms.fee, there);
  const found = there.feeMinor ?? 0;
  if (Math.abs(found - expected) <= terms.fee.toleranceMinor) return undefined;
  const { currency } = ours;
  return {
    facts: {
      of: 'fee',
      expected: { amountMinor: expected, currency },
      found: { amountMinor: found, currency },
      settledOn: last.settledOn,
    },
    line: there.fees[0] ?? last,
  };
}

/** Of what was settled, whether or not that was right: one mistake is one difference. */
function agreed(terms: AgreedFee, { payments, refunds }: WeighedPayment['there']): number {
  return sumMinor([
    ...payments.map(({ amountMinor }) => feeFor(terms.payment, amountMinor)),
    ...refunds.map(({ amountMinor }) => feeFor(terms.refund, amountMinor)),
  ]);
}

function withoutPayment({ there }: WeighedPayment): Found | undefined {
  const [first] = there.fees;
  const found = sumOf(there.fees);
  if (!first || found === 0) return undefined;
  return {
    facts: {
      of: 'fee',
      expected: { amountMinor: 0, currency: first.currency },
      found: { amountMinor: found, currency: first.currency },
      settledOn: first.settledOn,
    },
    line: first,
  };
}
