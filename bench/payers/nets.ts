import { countOf, jsonTelling, type Payer, payAt } from './payer.ts';

/** Echoes the attempt's secret in a header. */
export const payer: Payer = {
  pay: ({ providerPaymentId }) => payAt(`/nets/books/${providerPaymentId}`),
  telling(deliveries) {
    const charged = deliveries.find(({ event }) => event === 'payment.charge.created.v2');
    return charged && jsonTelling(charged, { authorization: String(charged.authorization) });
  },
  charges: ({ charges }) => countOf(charges),
};
