import express, { type Request, type Response, type Router } from 'express';
import { bookOf } from './book.ts';
import { renderBooks } from './books-page.ts';
import { futureExpiry, testCards } from './cards.ts';
import { comeAlive } from './come-alive.ts';
import { partyId } from './faults.ts';
import type { Transaction } from './model.ts';
import type { Netaxept } from './netaxept.ts';
import {
  answerChallenge,
  enter,
  leave,
  payWithCard,
  returnCode,
  returnUrl,
  type VisitOutcome,
} from './visit.ts';

/** The sandbox's own view of what happened, for people and for tests; no such thing exists at Nets. */
export function createBooksRouter(netaxept: Netaxept): Router {
  const router = express.Router();
  router.get('/', (_request, response) => void response.type('html').send(renderBooks(netaxept)));
  router.use('/books', express.json());
  router.get('/books', ({ query: { reference } }, response) => {
    const wanted = ({ orderNumber }: Transaction) => reference === undefined || orderNumber === reference;
    const found = netaxept.transactions.values().filter(wanted);
    response.json(found.map((one) => bookOf(netaxept, one)));
  });
  addRoutes(netaxept, router);
  return router;
}

function addRoutes(netaxept: Netaxept, router: Router): void {
  const onTransaction = (handle: Handle) => (request: Request, response: Response) => {
    const transaction = netaxept.transactions.get(String(request.params.id));
    if (!transaction) return void response.status(404).json({ error: 'unknown transaction' });
    handle(transaction, request.body ?? {}, response);
  };
  router.get(
    '/books/:id',
    onTransaction((transaction, _body, response) => response.json(bookOf(netaxept, transaction))),
  );
  router.post(
    '/books/:id/pay',
    onTransaction((transaction, body, response) =>
      response.json(describeOutcome(payWithoutBrowser(netaxept, transaction, body))),
    ),
  );
  // What the browser brings back, for those who bring it themselves: nobody else tells.
  router.get(
    '/books/:id/deliveries',
    onTransaction((transaction, _body, response) => {
      const code = returnCode(transaction);
      response.json(code ? [{ event: 'return', url: returnUrl(transaction, code) }] : []);
    }),
  );
  router.post(
    '/books/:id/come-alive',
    onTransaction((transaction, _body, response) => {
      const alive = comeAlive(netaxept, transaction);
      if (alive) response.json(bookOf(netaxept, alive));
      else response.status(409).json({ error: 'it has been paid' });
    }),
  );
  router.put(
    '/books/:id/faults',
    onTransaction(({ id: reference }, { name, value, times }, response) => {
      if (typeof name !== 'string' || typeof value !== 'string')
        return response.status(400).json({ error: 'name and value' });
      const counted = typeof times === 'number' ? { times } : {};
      netaxept.context.faults.set({ party: partyId, name, value, reference, ...counted });
      return response.status(204).end();
    }),
  );
}

type Handle = (transaction: Transaction, body: Record<string, unknown>, response: Response) => unknown;

/** `{card?, expiry?, cvc?, threeDS?: 'approve' | 'reject' | 'ask' | 'unavailable', leave?: true}`: what the payer would do on the pages. */
function payWithoutBrowser(
  netaxept: Netaxept,
  transaction: Transaction,
  body: Record<string, unknown>,
): VisitOutcome {
  const field = (name: string, otherwise: string) =>
    typeof body[name] === 'string' ? body[name] : otherwise;
  const entered = enter(netaxept, transaction);
  if (body.leave === true) return leave(netaxept, entered);
  const form = {
    cardNumber: field('card', testCards[0]?.pan ?? ''),
    expiry: field('expiry', futureExpiry(netaxept.context.now())),
    cvc: field('cvc', '123'),
  };
  const { threeDS } = body;
  const asks = threeDS === 'approve' || threeDS === 'reject' || threeDS === 'ask';
  const how = asks ? 'ask' : threeDS === 'unavailable' ? 'unavailable' : 'none';
  const outcome = payWithCard(netaxept, entered, form, how);
  if (outcome.kind !== 'challenge' || (threeDS !== 'approve' && threeDS !== 'reject')) return outcome;
  const challenged = netaxept.transactions.get(entered.id) ?? entered;
  return answerChallenge(netaxept, challenged, outcome.challengeId, threeDS);
}

const words = { ok: 'paid', cancelled: 'cancelled', failed: 'declined' } as const;

/** `{outcome, location?, …}` where `location` is where the browser would now be sent. */
function describeOutcome(outcome: VisitOutcome) {
  switch (outcome.kind) {
    case 'over':
      return { outcome: words[outcome.as], location: outcome.location };
    case 'form-errors':
      return { outcome: 'form-errors', errors: outcome.errors };
    default:
      return { outcome: outcome.kind };
  }
}
