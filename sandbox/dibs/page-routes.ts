import express, { type Request, type Response, type Router } from 'express';
import { type CardForm, testCards, testCvc, testExpiry } from './cards.ts';
import type { Dibs } from './dibs.ts';
import { openWindow } from './entry.ts';
import { partyId } from './faults.ts';
import { windowAddress } from './frame.ts';
import { fieldOf, type PaymentRecord } from './model.ts';
import {
  answerChallenge,
  leaveWindow,
  type PayOutcome,
  payWithCard,
  type ThreeDSecure,
} from './pay-payment.ts';
import { withReplyFault } from './reply-faults.ts';
import { renderIssuer, renderRefused, renderReturn, renderUnknown } from './result-pages.ts';
import { type Language, readLanguage } from './texts.ts';
import { renderWindowPage, type WindowPageModel } from './window-page.ts';

/** The Payment Window and the issuer's 3-D Secure page: plain forms, redirect after each post. */
export function createPageRouter(dibs: Dibs): Router {
  const router = express.Router();
  const { url, faults } = dibs.context;
  // Both addresses that the window is known by. The order and case of the fields count, so the body is kept as text.
  router.post(
    ['/dpw/entrypoint', '/dibspaymentwindow/entrypoint'],
    express.text({ type: '*/*', limit: '100kb' }),
    (request, response) => enter(dibs, request, response),
  );
  router.use('/dpw', express.urlencoded({ extended: false }), (_request, response, next) => {
    // Back and reload must show what has become of the payment.
    response.set('cache-control', 'no-store');
    next();
  });
  const onPayment =
    (handle: (visit: Visit, response: Response) => unknown) =>
    async (request: Request, response: Response) => {
      const fields: Record<string, unknown> =
        request.method === 'POST' ? (request.body ?? {}) : request.query;
      const get = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
      const payment = dibs.payments.get(get('id'));
      if (!payment)
        return void response
          .status(404)
          .type('html')
          .send(renderUnknown(readLanguage('')));
      await handle({ payment, language: readLanguage(fieldOf(payment, 'language')), get }, response);
    };

  router.get(
    '/dpw/payment',
    onPayment(({ payment, language, get }, response) => {
      const card = testCards.find(({ pan }) => pan === get('card'));
      const form = card && { cardNumber: card.pan, expiry: testExpiry, cvc: testCvc };
      showWindow(dibs, payment, language, response, { form });
    }),
  );
  router.post(
    '/dpw/pay',
    onPayment(async ({ payment, language, get }, response) => {
      const form = { cardNumber: get('cardNumber'), expiry: get('expiry'), cvc: get('cvc') };
      const outcome = await payWithCard(dibs, payment, form, readThreeDSecure(get('threeDSecure')));
      showOutcome(dibs, payment, language, response, outcome, form);
    }),
  );
  router.post(
    '/dpw/leave',
    onPayment(async ({ payment, language }, response) => {
      showOutcome(dibs, payment, language, response, await leaveWindow(dibs, payment));
    }),
  );
  router.get(
    '/dpw/challenge',
    onPayment(({ payment, language, get }, response) => {
      if (payment.challenge?.id !== get('challenge') || payment.back)
        return response.redirect(303, windowAddress(url, payment, 'payment'));
      return response
        .type('html')
        .send(renderIssuer(payment, payment.challenge.id, language, url('/dpw/challenge')));
    }),
  );
  router.post(
    '/dpw/challenge',
    onPayment(async ({ payment, language, get }, response) => {
      const approved = get('decision') === 'approve';
      const outcome = await answerChallenge(dibs, payment, get('challenge'), approved);
      showOutcome(dibs, payment, language, response, outcome);
    }),
  );
  router.get(
    '/dpw/return',
    onPayment(({ payment, language }, response) =>
      payment.back
        ? response.type('html').send(renderReturn(payment, language))
        : response.redirect(303, windowAddress(url, payment, 'payment')),
    ),
  );
  router.post(
    '/dpw/faults',
    onPayment(({ payment, get }, response) => {
      const [name = '', value] = get('fault').split('/');
      if (get('remove')) faults.remove(partyId, get('remove'), payment.id);
      else if (name && value) faults.set({ party: partyId, name, value, reference: payment.id });
      response.redirect(303, `${windowAddress(url, payment, 'payment')}#feil`);
    }),
  );
  return router;
}

export function readThreeDSecure(text: string): ThreeDSecure {
  return text === 'challenge' || text === 'unavailable' ? text : 'frictionless';
}

interface Visit {
  payment: PaymentRecord;
  language: Language;
  /** A field of the form or the query; empty when absent. */
  get(name: string): string;
}

async function enter(dibs: Dibs, request: Request, response: Response): Promise<void> {
  const posted = [...new URLSearchParams(typeof request.body === 'string' ? request.body : '')];
  const get = (name: string) => fieldOf({ fields: posted }, name);
  await withReplyFault(dibs.context, 'create', [get('orderId')], request, response, () => {
    const entry = openWindow(dibs, posted);
    if ('payment' in entry)
      return () => response.redirect(303, windowAddress(dibs.context.url, entry.payment, 'payment'));
    // Which status the real error page has is unverified.
    const refused = renderRefused(entry.problems, readLanguage(get('language')));
    return () => void response.status(400).type('html').send(refused);
  });
}

function showOutcome(
  dibs: Dibs,
  payment: PaymentRecord,
  language: Language,
  response: Response,
  outcome: PayOutcome,
  form?: CardForm,
): void {
  const { url } = dibs.context;
  switch (outcome.kind) {
    case 'closed':
    case 'declined':
      return void response.redirect(303, windowAddress(url, payment, 'payment'));
    case 'challenge':
      return void response.redirect(
        303,
        windowAddress(url, payment, 'challenge', { challenge: outcome.challengeId }),
      );
    case 'form-errors':
      response.status(422);
      return void showWindow(dibs, payment, language, response, {
        form: { ...form, cvc: '' },
        errors: outcome.errors,
      });
    case 'done':
      response.on('close', outcome.returned);
      return void response.redirect(303, windowAddress(url, payment, 'return'));
  }
}

function showWindow(
  dibs: Dibs,
  payment: PaymentRecord,
  language: Language,
  response: Response,
  { form = {}, errors = {} }: Partial<Pick<WindowPageModel, 'form' | 'errors'>>,
): void {
  const { url, faults } = dibs.context;
  if (payment.back) return void response.redirect(303, windowAddress(url, payment, 'return'));
  const active = faults
    .list()
    .filter(({ party, reference }) => party === partyId && reference === payment.id);
  response.type('html').send(renderWindowPage({ payment, language, faults: active, form, errors, url }));
}
