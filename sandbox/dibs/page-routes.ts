import express, { type Router } from 'express';
import { testCards, testCvc, testExpiry } from './cards.ts';
import type { Dibs } from './dibs.ts';
import { windowAddress } from './frame.ts';
import { leaveWindow, payWithCard, readThreeDSecure } from './pay-payment.ts';
import { renderReturn } from './result-pages.ts';
import { onVisit, showOutcome, showWindow } from './visit.ts';

/** The Payment Window: plain forms, redirect after each post. */
export function createPageRouter(dibs: Dibs): Router {
  const router = express.Router();
  const { page: url, context, wire } = dibs;
  const { faults } = context;
  const { pages, partyId } = wire;
  router.get(
    `${pages}/payment`,
    onVisit(dibs, (visit, response) => {
      const card = testCards.find(({ pan }) => pan === visit.get('card'));
      const form = card && { cardNumber: card.pan, expiry: testExpiry, cvc: testCvc };
      showWindow(dibs, visit, response, { form });
    }),
  );
  router.post(
    `${pages}/pay`,
    onVisit(dibs, async (visit, response) => {
      const { payment, get } = visit;
      const form = { cardNumber: get('cardNumber'), expiry: get('expiry'), cvc: get('cvc') };
      const outcome = await payWithCard(dibs, payment, form, readThreeDSecure(get('threeDSecure')));
      showOutcome(dibs, visit, response, outcome, form);
    }),
  );
  router.post(
    `${pages}/leave`,
    onVisit(dibs, async (visit, response) => {
      showOutcome(dibs, visit, response, await leaveWindow(dibs, visit.payment));
    }),
  );
  router.get(
    `${pages}/return`,
    onVisit(dibs, ({ payment, language }, response) =>
      payment.back
        ? response.type('html').send(renderReturn(payment, language))
        : response.redirect(303, windowAddress(url, payment, 'payment')),
    ),
  );
  router.post(
    `${pages}/faults`,
    onVisit(dibs, ({ payment, get }, response) => {
      const [name = '', value] = get('fault').split('/');
      if (get('remove')) faults.remove(partyId, get('remove'), payment.id);
      else if (name && value) faults.set({ party: partyId, name, value, reference: payment.id });
      response.redirect(303, `${windowAddress(url, payment, 'payment')}#feil`);
    }),
  );
  return router;
}
