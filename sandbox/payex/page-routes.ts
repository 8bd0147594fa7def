import express, { type Request, type Response, type Router } from 'express';
import { assertNever } from './assert-never.ts';
import { type CardForm, cvcFor, expiryFor, testCards } from './cards.ts';
import { availableInstruments } from './create-order.ts';
import { partyId } from './faults.ts';
import { at } from './frame.ts';
import { type InstrumentModel, renderInstrument } from './instrument-pages.ts';
import { findInstrument, type Instrument } from './instruments.ts';
import { renderMenu } from './menu-page.ts';
import { findMerchantById } from './merchants.ts';
import type { OrderRecord } from './model.ts';
import {
  answerApp,
  answerChallenge,
  appDecisions,
  cancelByPayer,
  challengeDecisions,
  oneOf,
  type PayOutcome,
  payByApp,
  payByCard,
  payByInvoice,
} from './pay.ts';
import { type Payex, record } from './payex.ts';
import { readLanguage } from './texts.ts';
import { renderApp, renderChallenge, renderClosed, renderDone, renderUnknown } from './waiting-pages.ts';

interface Call {
  order: OrderRecord;
  /** A field of the form or the query; empty when absent. */
  get(name: string): string;
  response: Response;
}

/** The payment page under `/checkout/<token>`: plain forms, redirect after each post. */
export function createPageRouter(payex: Payex): Router {
  const router = express.Router();
  router.use('/checkout', express.urlencoded({ extended: false }), (_request, response, next) => {
    // Back and reload must show what has become of the payment.
    response.set('cache-control', 'no-store');
    next();
  });
  const onOrder = (handle: (call: Call) => unknown) => async (request: Request, response: Response) => {
    const order = payex.orders.values().find(({ token }) => token === request.params.token);
    if (!order)
      return void response
        .status(404)
        .type('html')
        .send(renderUnknown(readLanguage(undefined)));
    const fields: Record<string, unknown> = request.method === 'POST' ? (request.body ?? {}) : request.query;
    await handle({ order, response, get: (name) => (typeof fields[name] === 'string' ? fields[name] : '') });
  };
  router.get(
    '/checkout/:token',
    onOrder(({ order, response, get }) => showMenu(payex, order, response, get('problem') || undefined)),
  );
  router.post(
    '/checkout/:token/instrument',
    onOrder(({ order, response, get }) => chooseInstrument(payex, order, response, get('instrument'))),
  );
  for (const [path, { page, run }] of Object.entries(tries)) {
    router.post(
      `/checkout/:token/${path}`,
      onOrder(async (call) => showOutcome(payex, call, await run(payex, call.order, call.get), page)),
    );
  }
  router.post(
    '/checkout/:token/cancel',
    onOrder(({ order, response }) =>
      response.redirect(303, cancelByPayer(payex, order) ?? addressOf(payex, order)),
    ),
  );
  router.post(
    '/checkout/:token/faults',
    onOrder((call) => changeFaults(payex, call)),
  );
  router.get(
    '/checkout/:token/:page',
    onOrder(({ order, response, get }) => showPage(payex, order, response, get)),
  );
  return router;
}

/** What each form does, and the page that shows its errors. */
const tries: Record<
  string,
  {
    page: Instrument['page'];
    run(payex: Payex, order: OrderRecord, get: Call['get']): Promise<PayOutcome>;
  }
> = {
  card: { page: 'card', run: (payex, order, get) => payByCard(payex, order, cardFormOf(get)) },
  vipps: { page: 'vipps', run: (payex, order, get) => payByApp(payex, order, 'Vipps', get('msisdn')) },
  swish: { page: 'swish', run: (payex, order, get) => payByApp(payex, order, 'Swish', get('msisdn')) },
  invoice: {
    page: 'invoice',
    run(payex, order, get) {
      const name = order.request.currency === 'SEK' ? 'Invoice-PayExFinancingSe' : 'Invoice-PayExFinancingNo';
      return payByInvoice(payex, order, name, get('decision') === 'approve');
    },
  },
  challenge: {
    page: 'card',
    run(payex, order, get) {
      const decision = oneOf(get('decision'), challengeDecisions) ?? 'cancel';
      return answerChallenge(payex, order, get('attempt'), decision);
    },
  },
  app: {
    page: 'vipps',
    run(payex, order, get) {
      const decision = oneOf(get('decision'), appDecisions) ?? 'reject';
      return answerApp(payex, order, get('attempt'), decision);
    },
  },
};

function showOutcome(payex: Payex, call: Call, outcome: PayOutcome, page: Instrument['page']): unknown {
  const { order, response, get } = call;
  switch (outcome.kind) {
    case 'closed':
    case 'unavailable':
      return response.redirect(303, addressOf(payex, order));
    case 'failed': {
      const problem = outcome.problem.type.split('/errordetail/')[1] ?? '';
      return response.redirect(303, addressOf(payex, order, '', { problem }));
    }
    case 'waiting':
      return response.redirect(303, addressOf(payex, order, outcome.stage === 'app' ? '/app' : '/challenge'));
    case 'form-errors': {
      const form = { ...cardFormOf(get), cvc: '', msisdn: get('msisdn') };
      return showInstrument(payex, order, response.status(422), page, { form, errors: outcome.errors });
    }
    case 'ended':
      response.on('close', outcome.returned);
      if (outcome.location) return response.redirect(303, outcome.location);
      return response.type('html').send(renderDone(readLanguage(order.request.language)));
    default:
      return assertNever(outcome);
  }
}

/** The menu; in instrument mode there is nothing to choose, so the page of that instrument. */
function showMenu(payex: Payex, order: OrderRecord, response: Response, problem?: string): unknown {
  const visit = visitOf(payex, order);
  if (order.status !== 'Initialized') return response.type('html').send(renderClosed(visit, order.status));
  if (order.attempt) {
    return response.redirect(303, at(visit, order.attempt.stage === 'app' ? '/app' : '/challenge'));
  }
  if (order.integration === '') {
    record(payex, order, { integration: 'Redirect' }, 'betalingssiden åpnet', {
      name: 'PaymentLoaded',
      initiatedBy: 'PaymentGateway',
    });
  }
  const offered = availableInstruments(findMerchantById(order.payeeId), order);
  const [only] = offered;
  if (order.instrument && only) return showInstrument(payex, order, response, only.page, { problem });
  return response.type('html').send(renderMenu({ ...visit, instruments: offered, problem }));
}

function chooseInstrument(payex: Payex, order: OrderRecord, response: Response, name: string): unknown {
  const offered = availableInstruments(findMerchantById(order.payeeId), order);
  const instrument = offered.find((one) => one.name === findInstrument(name)?.name);
  if (!instrument || order.status !== 'Initialized') return response.redirect(303, addressOf(payex, order));
  const event = {
    name: 'PaymentInstrumentSelected',
    instrument: instrument.name,
    initiatedBy: 'Payer' as const,
  };
  record(payex, order, {}, `valgte ${instrument.name}`, event);
  return response.redirect(303, addressOf(payex, order, `/${instrument.page}`));
}

/** `/card`, `/vipps`, …; `/challenge` and `/app` while the payer is there. */
function showPage(payex: Payex, order: OrderRecord, response: Response, get: Call['get']): unknown {
  const page = String(response.req.params.page);
  const visit = visitOf(payex, order);
  const { attempt } = order;
  if (attempt?.stage === 'challenge' && page === 'challenge') {
    return response.type('html').send(renderChallenge(visit, attempt));
  }
  if (attempt?.stage === 'app' && page === 'app')
    return response.type('html').send(renderApp(visit, attempt));
  const offered = availableInstruments(findMerchantById(order.payeeId), order);
  const instrument = offered.find((one) => one.page === page);
  if (!instrument || order.status !== 'Initialized') return response.redirect(303, at(visit));
  const card = testCards.find(({ pan }) => pan === get('card'));
  const form = card && {
    cardNumber: card.pan,
    expiry: expiryFor(card, payex.context.now()),
    cvc: cvcFor(card),
  };
  return showInstrument(payex, order, response, instrument.page, { form });
}

function showInstrument(
  payex: Payex,
  order: OrderRecord,
  response: Response,
  page: Instrument['page'],
  { form = {}, errors = {}, problem }: Partial<Pick<InstrumentModel, 'form' | 'errors' | 'problem'>>,
): unknown {
  const offered = availableInstruments(findMerchantById(order.payeeId), order);
  const instrument = offered.find((one) => one.page === page);
  if (!instrument) return response.redirect(303, addressOf(payex, order));
  const model = { ...visitOf(payex, order), instrument, now: payex.context.now(), form, errors, problem };
  return response.type('html').send(renderInstrument(model));
}

function changeFaults(payex: Payex, { order, response, get }: Call): void {
  const reference = order.id;
  const [name = '', value] = get('fault').split('/');
  if (get('remove')) payex.context.faults.remove(partyId, get('remove'), reference);
  else if (name && value) payex.context.faults.set({ party: partyId, name, value, reference });
  response.redirect(303, `${addressOf(payex, order)}#feil`);
}

function visitOf(payex: Payex, order: OrderRecord) {
  const { payeeName } = order.request.payeeInfo;
  return {
    order,
    language: readLanguage(order.request.language),
    merchantName: payeeName ?? findMerchantById(order.payeeId).name,
    url: payex.context.url,
    faults: payex.context.faults
      .list()
      .filter(({ party, reference }) => party === partyId && reference === order.id),
  };
}

function addressOf(payex: Payex, order: OrderRecord, path = '', query: Record<string, string> = {}): string {
  return at({ order, url: payex.context.url }, path, query);
}

function cardFormOf(get: Call['get']): CardForm {
  return { cardNumber: get('cardNumber'), expiry: get('expiry'), cvc: get('cvc') };
}
