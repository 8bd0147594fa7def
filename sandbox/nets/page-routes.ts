import express, { type Request, type Response, type Router } from 'express';
import { assertNever } from './assert-never.ts';
import { type CardForm, futureExpiry, testCards } from './cards.ts';
import { partyId } from './faults.ts';
import { challengeAddress, pageAddress } from './frame.ts';
import { findMerchantByNumber } from './merchants.ts';
import type { PaymentRecord } from './model.ts';
import { type Nets, record } from './nets.ts';
import { answerChallenge, closedState, type PayOutcome, payWithCard } from './pay-payment.ts';
import { type PaymentPageModel, renderPaymentPage } from './payment-page.ts';
import { renderClosed, renderDone, renderIssuer, renderUnknown } from './result-pages.ts';
import { type Language, readLanguage } from './texts.ts';

/** The hosted payment page and the issuer's 3-D Secure page: plain forms, redirect after each post. */
export function createPageRouter(nets: Nets): Router {
  const router = express.Router();
  const { url } = nets.context;
  router.use(
    ['/hostedpaymentpage', '/issuer'],
    express.urlencoded({ extended: false }),
    (_request, response, next) => {
      // Back and reload must show what has become of the payment.
      response.set('cache-control', 'no-store');
      next();
    },
  );

  const onPayment =
    (handle: (visit: Visit, response: Response) => void | Promise<void>) =>
    async (request: Request, response: Response) => {
      const fields: Record<string, unknown> =
        request.method === 'POST' ? (request.body ?? {}) : request.query;
      const get = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
      const language = readLanguage(fields.language);
      const payment = nets.payments.get(get('paymentId'));
      if (payment?.checkout.integrationType !== 'HostedPaymentPage') {
        return void response.status(404).type('html').send(renderUnknown(language));
      }
      await handle({ payment, language, get }, response);
    };

  router.get(
    '/hostedpaymentpage',
    onPayment(({ payment, language, get }, response) => {
      const declined = get('declined');
      const card = testCards.find(({ pan }) => pan === get('card'));
      const form = card && { cardNumber: card.pan, expiry: futureExpiry(nets.context.now()), cvc: '123' };
      showPage(nets, payment, language, response, {
        form,
        declined: declined === 'card' || declined === 'three-d-secure' ? declined : undefined,
      });
    }),
  );

  router.post(
    '/hostedpaymentpage/pay',
    onPayment(async ({ payment, language, get }, response) => {
      const form = { cardNumber: get('cardNumber'), expiry: get('expiry'), cvc: get('cvc') };
      showOutcome(nets, payment, language, response, await payWithCard(nets, payment, form), form);
    }),
  );

  router.post(
    '/hostedpaymentpage/cancel',
    onPayment(({ payment, language }, response) => {
      const back = payment.checkout.cancelUrl;
      if (closedState(payment) || !back)
        return response.redirect(303, pageAddress(url, payment.paymentId, language));
      record(nets, payment, { challenge: undefined }, 'betaleren avbrøt');
      response.redirect(303, back);
    }),
  );

  router.post(
    '/hostedpaymentpage/faults',
    onPayment(({ payment, language, get }, response) => {
      const reference = payment.paymentId;
      const [name = '', value] = get('fault').split('/');
      if (get('remove')) nets.context.faults.remove(partyId, get('remove'), reference);
      else if (name && value) nets.context.faults.set({ party: partyId, name, value, reference });
      response.redirect(303, `${pageAddress(url, payment.paymentId, language)}#feil`);
    }),
  );

  router.get(
    '/issuer/challenge',
    onPayment(({ payment, language, get }, response) => {
      const challenge = get('challenge');
      if (payment.challenge?.id !== challenge || closedState(payment)) {
        return response.redirect(303, pageAddress(url, payment.paymentId, language));
      }
      response.type('html').send(renderIssuer(payment, challenge, language, url('/issuer/challenge')));
    }),
  );

  router.post(
    '/issuer/challenge',
    onPayment(async ({ payment, language, get }, response) => {
      const outcome = await answerChallenge(nets, payment, get('challenge'), get('decision') === 'approve');
      showOutcome(nets, payment, language, response, outcome);
    }),
  );
  return router;
}

interface Visit {
  payment: PaymentRecord;
  language: Language;
  /** A field of the form or the query; empty when absent. */
  get(name: string): string;
}

function showOutcome(
  nets: Nets,
  payment: PaymentRecord,
  language: Language,
  response: Response,
  outcome: PayOutcome,
  form?: CardForm,
): void {
  const { url } = nets.context;
  switch (outcome.kind) {
    case 'closed':
      return void response.redirect(303, pageAddress(url, payment.paymentId, language));
    case 'declined':
      return void response.redirect(
        303,
        pageAddress(url, payment.paymentId, language, { declined: outcome.reason }),
      );
    case 'challenge':
      return void response.redirect(
        303,
        challengeAddress(url, payment.paymentId, outcome.challengeId, language),
      );
    case 'form-errors':
      response.status(422);
      return void showPage(nets, payment, language, response, {
        form: { ...form, cvc: '' },
        errors: outcome.errors,
      });
    case 'paid':
      response.on('close', outcome.returned);
      if (outcome.location) return void response.redirect(303, outcome.location);
      return void response.type('html').send(renderDone(language));
    default:
      assertNever(outcome);
  }
}

function showPage(
  nets: Nets,
  payment: PaymentRecord,
  language: Language,
  response: Response,
  { form = {}, errors = {}, declined }: Partial<Pick<PaymentPageModel, 'form' | 'errors' | 'declined'>>,
): void {
  const closed = closedState(payment);
  response.type('html').send(
    closed
      ? renderClosed(payment, closed, language)
      : renderPaymentPage({
          payment,
          merchantName: findMerchantByNumber(payment.merchantNumber)?.name ?? '',
          language,
          now: nets.context.now(),
          faults: nets.context.faults
            .list()
            .filter(({ party, reference }) => party === partyId && reference === payment.paymentId),
          form,
          errors,
          declined,
          url: nets.context.url,
        }),
  );
}
