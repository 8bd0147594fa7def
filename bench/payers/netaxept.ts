import { countOf, type Payer, payAt } from './payer.ts';

/** Sends no messages: what is told is that the browser comes back. */
export const payer: Payer = {
  pay: ({ providerPaymentId }) => payAt(`/netaxept/books/${providerPaymentId}`),
  telling(deliveries) {
    const back = deliveries.find(({ event }) => event === 'return');
    return back && { url: back.url, headers: {}, body: '', method: 'GET', answered: 303 };
  },
  charges: ({ charges }) => countOf(charges),
};
