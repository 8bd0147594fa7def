import express, { type Request, type Response, type Router } from 'express';
import { type CardForm, futureExpiry, testCards } from './cards.ts';
import { partyId } from './faults.ts';
import { challengeAddress, terminalAddress } from './frame.ts';
import { merchantName } from './merchants.ts';
import type { Transaction } from './model.ts';
import type { Netaxept } from './netaxept.ts';
import { renderClosed, renderDone, renderIssuer, renderUnknown } from './result-pages.ts';
import { renderTerminal, type TerminalModel } from './terminal-page.ts';
import { readLanguage } from './texts.ts';
import { answerChallenge, enter, leave, payWithCard, type ThreeDS, type VisitOutcome } from './visit.ts';

interface Visit {
  transaction: Transaction;
  /** A field of the form or the query; empty when absent. */
  get(name: string): string;
  response: Response;
}

/** The terminal and the issuer's 3-D Secure page: plain forms, redirect after each post. */
export function createPageRouter(netaxept: Netaxept): Router {
  const router = express.Router();
  router.use(
    ['/Terminal', '/issuer'],
    express.urlencoded({ extended: false }),
    (_request, response, next) => {
      // Back and reload must show what has become of the payment.
      response.set('cache-control', 'no-store');
      next();
    },
  );
  const on = (handle: (visit: Visit) => void) => (request: Request, response: Response) => {
    const fields: Record<string, unknown> = request.method === 'POST' ? (request.body ?? {}) : request.query;
    const get = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
    const transaction = netaxept.transactions.get(get('transactionId').toLowerCase());
    if (!transaction)
      return void response
        .status(404)
        .type('html')
        .send(renderUnknown(readLanguage('')));
    handle({ transaction, get, response });
  };
  addTerminal(netaxept, router, on);
  addIssuer(netaxept, router, on);
  return router;
}

type On = (handle: (visit: Visit) => void) => (request: Request, response: Response) => void;

function addTerminal(netaxept: Netaxept, router: Router, on: On): void {
  const { url, faults, now } = netaxept.context;
  router.get(
    '/Terminal/default.aspx',
    on((visit) => {
      const card = testCards.find(({ pan }) => pan === visit.get('card'));
      const form = card && { cardNumber: card.pan, expiry: futureExpiry(now()), cvc: '123' };
      show(netaxept, { ...visit, transaction: enter(netaxept, visit.transaction) }, { form });
    }),
  );
  router.post(
    '/Terminal/pay',
    on((visit) => {
      const { transaction, get } = visit;
      const form = { cardNumber: get('cardNumber'), expiry: get('expiry'), cvc: get('cvc') };
      showOutcome(netaxept, visit, payWithCard(netaxept, transaction, form, threeDSOf(get('threeDS'))), form);
    }),
  );
  router.post(
    '/Terminal/cancel',
    on((visit) => showOutcome(netaxept, visit, leave(netaxept, visit.transaction))),
  );
  router.post(
    '/Terminal/faults',
    on(({ transaction, get, response }) => {
      const reference = transaction.id;
      const [name = '', value] = get('fault').split('/');
      if (get('remove')) faults.remove(partyId, get('remove'), reference);
      else if (name && value) faults.set({ party: partyId, name, value, reference });
      response.redirect(303, `${terminalAddress(url, transaction)}#feil`);
    }),
  );
}

function addIssuer(netaxept: Netaxept, router: Router, on: On): void {
  const { url } = netaxept.context;
  router.get(
    '/issuer/challenge',
    on(({ transaction, get, response }) => {
      const challenge = get('challenge');
      if (transaction.challenge?.id !== challenge)
        return response.redirect(303, terminalAddress(url, transaction));
      const language = readLanguage(transaction.language);
      response.type('html').send(renderIssuer(transaction, challenge, language, url('/issuer/challenge')));
    }),
  );
  router.post(
    '/issuer/challenge',
    on((visit) => {
      const decision = visit.get('decision');
      const decided = decision === 'approve' || decision === 'cancel' ? decision : 'reject';
      const outcome = answerChallenge(netaxept, visit.transaction, visit.get('challenge'), decided);
      showOutcome(netaxept, visit, outcome);
    }),
  );
}

function threeDSOf(value: string): ThreeDS {
  return value === 'ask' || value === 'unavailable' ? value : 'none';
}

function showOutcome(netaxept: Netaxept, visit: Visit, outcome: VisitOutcome, form?: CardForm): void {
  const { transaction, response } = visit;
  const { url } = netaxept.context;
  switch (outcome.kind) {
    case 'closed':
      return void response.redirect(303, terminalAddress(url, transaction));
    case 'challenge':
      return void response.redirect(303, challengeAddress(url, transaction, outcome.challengeId));
    case 'form-errors':
      response.status(422);
      return void show(netaxept, visit, { form: { ...form, cvc: '' }, errors: outcome.errors });
    case 'over':
      if (outcome.location) return void response.redirect(303, outcome.location);
      return void response.type('html').send(renderDone(readLanguage(transaction.language)));
  }
}

function show(
  { context }: Netaxept,
  { transaction, response }: Visit,
  { form = {}, errors = {} }: Partial<Pick<TerminalModel, 'form' | 'errors'>>,
): void {
  const language = readLanguage(transaction.language);
  if (transaction.terminal !== 'open')
    return void response.type('html').send(renderClosed(transaction, language));
  const faults = context.faults
    .list()
    .filter(({ party, reference }) => party === partyId && reference === transaction.id);
  response.type('html').send(
    renderTerminal({
      transaction,
      merchantName: merchantName(transaction.merchantId),
      language,
      now: context.now(),
      faults,
      form,
      errors,
      url: context.url,
    }),
  );
}
