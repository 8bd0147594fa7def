import type { PaymentCheck } from '../check.ts';
import { isStranded } from '../is-stranded.ts';

/** Money was taken for a case that is not delivered, does not rightly wait, and is not on its way back. */
export const capturedNotDelivered: PaymentCheck = {
  kind: 'captured_not_delivered',
  find(payment, circumstances) {
    const { ours, netMinor } = payment;
    if (ours.delivered || ours.paidByAnother || !isStranded(payment, circumstances)) return undefined;
    if (ours.waitsUntil !== null && ours.waitsUntil >= circumstances.asOf) return undefined;
    return { facts: { expected: { amountMinor: netMinor, currency: ours.currency } } };
  },
};
