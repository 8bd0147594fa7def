import express, { type Router } from 'express';
import type { Dibs } from './dibs.ts';
import { windowAddress } from './frame.ts';
import { answerChallenge } from './pay-payment.ts';
import { renderIssuer } from './result-pages.ts';
import { onVisit, showOutcome } from './visit.ts';

/** The issuer's 3-D Secure page. */
export function createIssuerRouter(dibs: Dibs): Router {
  const router = express.Router();
  const { page: url } = dibs;
  const place = `${dibs.wire.pages}/challenge`;
  router.get(
    place,
    onVisit(dibs, ({ payment, language, get }, response) => {
      if (payment.challenge?.id !== get('challenge') || payment.back)
        return response.redirect(303, windowAddress(url, payment, 'payment'));
      return response
        .type('html')
        .send(renderIssuer(payment, payment.challenge.id, language, url('/challenge')));
    }),
  );
  router.post(
    place,
    onVisit(dibs, async (visit, response) => {
      const approved = visit.get('decision') === 'approve';
      const outcome = await answerChallenge(dibs, visit.payment, visit.get('challenge'), approved);
      showOutcome(dibs, visit, response, outcome);
    }),
  );
  return router;
}
