import { countOf, jsonTelling, type Payer, payAt } from './payer.ts';

/** Signs nothing: the address carries the attempt's secret. */
export const payer: Payer = {
  pay: ({ providerPaymentId }) => payAt(`/payex/books/${encodeURIComponent(providerPaymentId ?? '')}`),
  telling(deliveries) {
    const last = deliveries.at(-1);
    return last && jsonTelling(last);
  },
  charges: ({ charges }) => countOf(charges),
};
