import { countOf, jsonTelling, type Payer, payAt } from './payer.ts';

/** Signs its messages with the secret of the agreement's registration. */
export const payer: Payer = {
  pay: ({ reference }) => payAt(`/vipps/books/${reference}`),
  telling(deliveries) {
    const authorized = deliveries.find(({ event }) => event === 'AUTHORIZED');
    return authorized && jsonTelling(authorized, authorized.headers as Record<string, string>);
  },
  charges: ({ charges }) => countOf(charges),
};
