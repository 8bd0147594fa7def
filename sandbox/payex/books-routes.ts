import express, { type Request, type Response, type Router } from 'express';
import { settleLate } from './attempts.ts';
import { bookOf, deliveriesOf } from './book.ts';
import { renderBooks } from './books-page.ts';
import { cvcFor, expiryFor, type TestCard, testCards } from './cards.ts';
import { availableInstruments } from './create-order.ts';
import { partyId } from './faults.ts';
import { at } from './frame.ts';
import { findInstrument } from './instruments.ts';
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
import type { Payex } from './payex.ts';

type Body = Record<string, unknown>;

/** The sandbox's own view of what happened, for people and for tests; no such thing exists at the provider. */
export function createBooksRouter(payex: Payex): Router {
  const router = express.Router();
  router.get('/', (_request, response) => void response.type('html').send(renderBooks(payex)));
  router.use('/books', express.json());
  router.get('/books', ({ query: { reference } }, response) => {
    const wanted = ({ request }: OrderRecord) =>
      reference === undefined || request.payeeInfo.orderReference === reference;
    response.json(
      payex.orders
        .values()
        .filter(wanted)
        .map((one) => bookOf(payex, one)),
    );
  });

  /** The id is the uuid, or the whole path as the merchant has it (escaped). */
  const onOrder =
    (handle: (order: OrderRecord, body: Body, response: Response) => unknown) =>
    async (request: Request, response: Response) => {
      const order = payex.orders.get(String(request.params.id).split('/').at(-1) ?? '');
      if (!order) return void response.status(404).json({ error: 'unknown payment order' });
      await handle(order, request.body ?? {}, response);
    };
  router.get(
    '/books/:id',
    onOrder((order, _body, response) => response.json(bookOf(payex, order))),
  );
  // Whole, with address and body: for those who deliver a callback themselves.
  router.get(
    '/books/:id/deliveries',
    onOrder((order, _body, response) => response.json(deliveriesOf(payex, order))),
  );
  for (const [path, act] of Object.entries(acts)) {
    router.post(
      `/books/:id/${path}`,
      onOrder((order, body, response) => act(payex, order, body, response)),
    );
  }
  router.put(
    '/books/:id/faults',
    onOrder((order, body, response) => setFault(payex, order, body, response)),
  );
  return router;
}

type Act = (payex: Payex, order: OrderRecord, body: Body, response: Response) => unknown;

const acts: Record<string, Act> = {
  async pay(payex, order, body, response) {
    const outcome = await payWithoutBrowser(payex, order, body);
    if (outcome.kind === 'ended') response.on('close', outcome.returned);
    response.json(describeOutcome(payex, order, outcome));
  },
  cancel(payex, order, _body, response) {
    const location = cancelByPayer(payex, order);
    response.status(location ? 200 : 409).json({ outcome: location ? 'cancelled' : 'closed', location });
  },
  async 'replay-webhook'(payex, order, { event }, response) {
    const chosen = deliveriesOf(payex, order).filter((one) => event === undefined || one.event === event);
    const replayed = await Promise.all(chosen.map(({ id }) => payex.courier.replay(id)));
    response
      .status(replayed.length > 0 ? 200 : 404)
      .json({ deliveries: replayed.filter((one) => one !== undefined) });
  },
  /** What was told as failed or aborted becomes paid now: the faults `outcome`. */
  settle(payex, order, _body, response) {
    const settled = settleLate(payex, order.id);
    if (settled) response.json(bookOf(payex, settled));
    else response.status(409).json({ error: 'nothing is late' });
  },
};

const setFault: Act = (payex, order, { name, value, times }, response) => {
  if (typeof name !== 'string' || typeof value !== 'string') {
    return response.status(400).json({ error: 'name and value' });
  }
  payex.context.faults.set({
    party: partyId,
    name,
    value,
    reference: order.id,
    ...(typeof times === 'number' && { times }),
  });
  return response.status(204).end();
};

/**
 * What the payer would do on the pages: `{instrument?, card?, expiry?, cvc?, threeDS?, msisdn?, app?, invoice?}`.
 * `threeDS`: approve, cancel, refuse, unavailable. `app`: approve, reject, expire, bankid, or `wait` to stay in it.
 * `invoice`: approve or decline.
 */
async function payWithoutBrowser(payex: Payex, order: OrderRecord, body: Body): Promise<PayOutcome> {
  const field = (name: string, otherwise: string) =>
    typeof body[name] === 'string' ? body[name] : otherwise;
  const [first] = availableInstruments(findMerchantById(order.payeeId), order);
  const instrument = findInstrument(field('instrument', first?.name ?? ''));
  const current = () => payex.orders.get(order.id) ?? order;
  switch (instrument?.page) {
    case undefined:
      return { kind: 'unavailable' };
    case 'card': {
      const card: Pick<TestCard, 'brand' | 'expiry'> = testCards.find(({ pan }) => pan === body.card) ?? {
        brand: '',
      };
      const outcome = await payByCard(payex, order, {
        cardNumber: field('card', testCards[0]?.pan ?? ''),
        expiry: field('expiry', expiryFor(card, payex.context.now())),
        cvc: field('cvc', cvcFor(card)),
      });
      const decision = oneOf(body.threeDS, challengeDecisions);
      if (outcome.kind !== 'waiting' || decision === undefined) return outcome;
      return answerChallenge(payex, current(), outcome.attemptId, decision);
    }
    case 'vipps':
    case 'swish': {
      const [name, number] =
        instrument.page === 'vipps'
          ? (['Vipps', '+4798765432'] as const)
          : (['Swish', '+46739000001'] as const);
      const outcome = await payByApp(payex, order, name, field('msisdn', number));
      if (outcome.kind !== 'waiting' || body.app === 'wait') return outcome;
      return answerApp(payex, current(), outcome.attemptId, oneOf(body.app, appDecisions) ?? 'approve');
    }
    case 'invoice':
      return payByInvoice(payex, order, instrument.name, field('invoice', 'approve') === 'approve');
  }
}

/** `{outcome, location?, …}` where `location` is where the browser would now be sent. */
function describeOutcome(payex: Payex, order: OrderRecord, outcome: PayOutcome) {
  const address = (path = '', query: Record<string, string> = {}) =>
    at({ order, url: payex.context.url }, path, query);
  switch (outcome.kind) {
    case 'ended':
      return {
        outcome: payex.orders.get(order.id)?.status === 'Paid' ? 'paid' : 'failed',
        location: outcome.location,
      };
    case 'failed': {
      const reason = outcome.problem.type.split('/errordetail/')[1] ?? '';
      return { outcome: 'declined', reason, location: address('', { problem: reason }) };
    }
    case 'waiting':
      return {
        outcome: outcome.stage,
        attempt: outcome.attemptId,
        location: address(outcome.stage === 'app' ? '/app' : '/challenge'),
      };
    case 'form-errors':
      return { outcome: 'form-errors', errors: outcome.errors, location: address() };
    case 'unavailable':
      return { outcome: 'unavailable', location: address() };
    case 'closed':
      return { outcome: outcome.status === 'Paid' ? 'already-paid' : 'terminated', location: address() };
  }
}
