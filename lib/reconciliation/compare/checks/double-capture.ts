import type { Circumstances, Found, PaymentCheck } from '../check.ts';
import { isStranded } from '../is-stranded.ts';
import type { WeighedPayment } from '../weigh-payment.ts';

/** The payer was charged twice: by several movements of one payment, or by two payments for one order. */
export const doubleCapture: PaymentCheck = {
  kind: 'double_capture',
  find: (payment, circumstances) => byMovements(payment) ?? byPayments(payment, circumstances),
};

function byMovements({ ours, there, balancedThere }: WeighedPayment): Found | undefined {
  if (ours.capturedMinor === 0 || there.payments.length < 2 || balancedThere) return undefined;
  if (there.paidMinor <= ours.capturedMinor) return undefined;
  const { currency } = ours;
  const last = there.payments.at(-1);
  return {
    facts: {
      expected: { amountMinor: ours.capturedMinor, currency },
      found: { amountMinor: there.paidMinor, currency },
      settledOn: last?.settledOn,
    },
    line: last,
  };
}

/** Money that the watchdog should have sent back by now. */
function byPayments(payment: WeighedPayment, circumstances: Circumstances): Found | undefined {
  const { ours, netMinor } = payment;
  if (!ours.paidByAnother || !isStranded(payment, circumstances)) return undefined;
  const { currency } = ours;
  return { facts: { expected: { amountMinor: 0, currency }, found: { amountMinor: netMinor, currency } } };
}
