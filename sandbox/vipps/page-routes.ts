import express, { type Request, type Response, type Router } from 'express';
import { renderFaultPanel } from '../fault-panel.ts';
import { type DeclineReason, magicAmounts } from './amounts.ts';
import { partyId, vippsFaults } from './faults.ts';
import { findBy } from './find-payment.ts';
import { hiddenFields, pageAddress } from './frame.ts';
import { isClosed, type PaymentRecord } from './model.ts';
import { answerSca, approve, closeApp, letExpire, openApp, type PayOutcome, reject } from './pay-payment.ts';
import {
  type PayerPageModel,
  renderApp,
  renderClosed,
  renderDone,
  renderLanding,
  renderSca,
  renderUnknown,
} from './payer-pages.ts';
import { type Language, readLanguage } from './texts.ts';
import type { Vipps } from './vipps.ts';

/** The landing page and the app: plain forms, redirect after each post. */
export function createPageRouter(vipps: Vipps): Router {
  const router = express.Router();
  router.use(['/landing', '/app'], express.urlencoded({ extended: false }), (_request, response, next) => {
    // Back and reload must show what has become of the payment.
    response.set('cache-control', 'no-store');
    next();
  });
  addLandingRoutes(router, vipps);
  addAppRoutes(router, vipps);
  return router;
}

function addLandingRoutes(router: Router, vipps: Vipps): void {
  const { url, faults } = vipps.context;
  router.get(
    '/landing',
    onPayment(vipps, (visit, response) => {
      const { payment, language } = visit;
      if (!isClosed(payment) && payment.payerAt !== 'landing') {
        return response.redirect(303, pageAddress(url, '/app', payment, language));
      }
      show(vipps, visit, response, renderLanding);
    }),
  );
  router.post(
    '/landing',
    onPayment(vipps, async (visit, response) => {
      const { payment, language, get } = visit;
      if (get('decision') === 'cancel') {
        return showOutcome(vipps, visit, response, await reject(vipps, payment));
      }
      const phone = get('phone')
        .replace(/[\s-]/g, '')
        .replace(/^(\+|00)?47(?=\d{8}$)/, '');
      if (get('decision') !== 'open' && !/^\d{8}$/.test(phone)) {
        return show(vipps, visit, response.status(422), renderLanding, { wrong: true, typed: get('phone') });
      }
      openApp(vipps, payment);
      response.redirect(303, pageAddress(url, '/app', payment, language));
    }),
  );
  router.post(
    '/landing/faults',
    onPayment(vipps, ({ payment, language, get }, response) => {
      const { reference } = payment;
      const [name = '', value] = get('fault').split('/');
      if (get('remove')) faults.remove(partyId, get('remove'), reference);
      else if (name && value) faults.set({ party: partyId, name, value, reference });
      response.redirect(303, `${pageAddress(url, '/landing', payment, language)}#feil`);
    }),
  );
}

function addAppRoutes(router: Router, vipps: Vipps): void {
  router.get(
    '/app',
    onPayment(vipps, (visit, response) => {
      const { payment, get } = visit;
      const opened = openApp(vipps, payment);
      const declined = declineReasons.find((reason) => reason === get('declined'));
      const render = opened.payerAt === 'sca' ? renderSca : renderApp;
      show(vipps, { ...visit, payment: opened }, response, render, { declined });
    }),
  );
  router.post(
    '/app',
    onPayment(vipps, async (visit, response) => {
      const { payment, language, get } = visit;
      if (get('decision') === 'close') {
        const closed = closeApp(vipps, payment);
        return response.redirect(303, pageAddress(vipps.context.url, '/landing', closed, language));
      }
      showOutcome(vipps, visit, response, await decide(vipps, payment, get('decision'), get('pin')));
    }),
  );
}

/** Runs only for the token of a payment, which is in the address or in the form. */
function onPayment(vipps: Vipps, run: (visit: Visit, response: Response) => void | Promise<void>) {
  return async (request: Request, response: Response): Promise<void> => {
    const fields: Record<string, unknown> = request.method === 'POST' ? (request.body ?? {}) : request.query;
    const get = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
    const language = readLanguage(fields.language, request.get('accept-language'));
    const payment = findBy(vipps, ({ token }) => token === get('token'));
    if (!payment) return void response.status(404).type('html').send(renderUnknown(language));
    await run({ payment, language, get }, response);
  };
}

/** What the payer does in the app, also for the books' way without a browser. */
export function decide(
  vipps: Vipps,
  payment: PaymentRecord,
  decision: string,
  pin: string,
): Promise<PayOutcome> {
  switch (decision) {
    case 'approve':
      return approve(vipps, payment, pin);
    case 'sca-approve':
      return answerSca(vipps, payment, true);
    case 'sca-reject':
      return answerSca(vipps, payment, false);
    case 'expire':
      return letExpire(vipps, payment);
    default:
      return reject(vipps, payment);
  }
}

interface Visit {
  payment: PaymentRecord;
  language: Language;
  /** A field of the form or the query; empty when absent. */
  get(name: string): string;
}

const declineReasons = [...magicAmounts.values()].filter(
  (outcome): outcome is DeclineReason => outcome !== 'unknown' && outcome !== 'sca',
);

function showOutcome(vipps: Vipps, visit: Visit, response: Response, outcome: PayOutcome): void {
  const { payment, language } = visit;
  const { url } = vipps.context;
  switch (outcome.kind) {
    case 'closed':
      return void response.redirect(303, pageAddress(url, '/landing', payment, language));
    case 'wrong-pin':
      return void show(vipps, visit, response.status(422), renderApp, { wrong: true });
    case 'declined': {
      const more = { declined: outcome.reason };
      return void response.redirect(303, pageAddress(url, '/app', payment, language, more));
    }
    case 'sca':
      return void response.redirect(303, pageAddress(url, '/app', payment, language));
    case 'paid':
    case 'aborted':
    case 'expired':
    case 'unknown':
      response.on('close', outcome.returned);
      if (outcome.location) return void response.redirect(303, outcome.location);
      return void response.type('html').send(renderDone(language));
  }
}

function show(
  vipps: Vipps,
  { payment, language }: Visit,
  response: Response,
  render: (model: PayerPageModel) => string,
  more: Pick<PayerPageModel, 'wrong' | 'typed' | 'declined'> = {},
): void {
  const { url, faults } = vipps.context;
  const mine = faults
    .list()
    .filter(({ party, reference }) => party === partyId && reference === payment.reference);
  const faultPanel = renderFaultPanel({
    faults: mine,
    known: vippsFaults,
    action: url('/landing/faults'),
    which: hiddenFields(payment, language),
  });
  response
    .type('html')
    .send(
      isClosed(payment) || payment.unknownUntil
        ? renderClosed(payment, language)
        : render({ payment, language, url, faultPanel, ...more }),
    );
}
