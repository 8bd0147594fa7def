import express, { type Request, type Response, type Router } from 'express';
import { settleQueue } from './api-operations.ts';
import { bookOf, deliveriesOf, findPayment } from './book.ts';
import { renderBooks } from './books-page.ts';
import { testCards, testCvc, testExpiry } from './cards.ts';
import type { Dibs } from './dibs.ts';
import { partyId } from './faults.ts';
import type { PaymentRecord } from './model.ts';
import { readThreeDSecure } from './page-routes.ts';
import { answerChallenge, leaveWindow, type PayOutcome, payWithCard, settlePending } from './pay-payment.ts';

/** The sandbox's own view of what happened, for people and for tests; no such thing exists at DIBS. */
export function createBooksRouter(dibs: Dibs): Router {
  const router = express.Router();
  router.get('/', (_request, response) => void response.type('html').send(renderBooks(dibs)));
  router.use('/books', express.json());
  router.get(
    '/books',
    (_request, response) => void response.json(dibs.payments.values().map((one) => bookOf(dibs, one))),
  );
  const onPayment =
    (handle: (payment: PaymentRecord, body: Record<string, unknown>, response: Response) => unknown) =>
    async (request: Request, response: Response) => {
      const payment = findPayment(dibs, String(request.params.id));
      if (!payment) return void response.status(404).json({ error: 'unknown payment' });
      await handle(payment, request.body ?? {}, response);
    };
  const sendBook = (payment: PaymentRecord, response: Response) =>
    response.json(bookOf(dibs, dibs.payments.get(payment.id) ?? payment));

  router.get(
    '/books/:id',
    onPayment((payment, _body, response) => sendBook(payment, response)),
  );
  // Whole, with address and fields: for those who deliver a callback themselves.
  router.get(
    '/books/:id/deliveries',
    onPayment((payment, _body, response) => response.json(deliveriesOf(dibs, payment))),
  );
  router.post(
    '/books/:id/pay',
    onPayment(async (payment, body, response) => {
      const outcome = await payWithoutBrowser(dibs, payment, body);
      if (outcome.kind === 'done') response.on('close', outcome.returned);
      response.json(describeOutcome(dibs, payment, outcome));
    }),
  );
  router.post(
    '/books/:id/replay-webhook',
    onPayment(async (payment, { event }, response) => {
      const chosen = deliveriesOf(dibs, payment).filter((one) => event === undefined || one.event === event);
      const replayed = await Promise.all(chosen.map(({ id }) => dibs.courier.replay(id)));
      response.status(replayed.length > 0 ? 200 : 404).json({ deliveries: replayed });
    }),
  );
  router.post(
    '/books/:id/settle',
    onPayment((payment, { state }, response) => {
      const done = state !== 'failed';
      const settled =
        settlePending(dibs, payment.id, done ? 'ACCEPTED' : 'DECLINED') || settleQueue(dibs, payment, done);
      return settled
        ? sendBook(payment, response)
        : response.status(409).json({ error: 'nothing is pending' });
    }),
  );
  router.put(
    '/books/:id/faults',
    onPayment((payment, { name, value, times }, response) => {
      if (typeof name !== 'string' || typeof value !== 'string')
        return response.status(400).json({ error: 'name and value' });
      const counted = typeof times === 'number' ? { times } : {};
      dibs.context.faults.set({ party: partyId, name, value, reference: payment.id, ...counted });
      return response.status(204).end();
    }),
  );
  return router;
}

/**
 * `{leave: true}`, or `{card?, expiry?, cvc?, threeDS?}` where `threeDS` is `approve`, `reject` or `cancel` (the bank asks
 * and is answered so), `challenge` (it asks and is not answered) or `unavailable`: what the payer would do on the pages.
 */
async function payWithoutBrowser(
  dibs: Dibs,
  payment: PaymentRecord,
  body: Record<string, unknown>,
): Promise<PayOutcome> {
  if (body.leave === true) return leaveWindow(dibs, payment);
  const field = (name: string, otherwise: string) =>
    typeof body[name] === 'string' ? body[name] : otherwise;
  const form = {
    cardNumber: field('card', testCards[0]?.pan ?? ''),
    expiry: field('expiry', testExpiry),
    cvc: field('cvc', testCvc),
  };
  const wanted = field('threeDS', '');
  const answered = ['approve', 'reject', 'cancel'].includes(wanted);
  const outcome = await payWithCard(dibs, payment, form, readThreeDSecure(answered ? 'challenge' : wanted));
  if (outcome.kind !== 'challenge' || !answered) return outcome;
  const challenged = dibs.payments.get(payment.id) ?? payment;
  return answerChallenge(dibs, challenged, outcome.challengeId, wanted === 'approve');
}

/** `{outcome, …, back?}` where `back` is what the browser would now POST, and where; without url it stays. */
function describeOutcome(dibs: Dibs, payment: PaymentRecord, outcome: PayOutcome) {
  const { back } = bookOf(dibs, dibs.payments.get(payment.id) ?? payment);
  switch (outcome.kind) {
    case 'done':
      return { outcome: outcome.status === 'ACCEPTED' ? 'paid' : outcome.status.toLowerCase(), back };
    case 'closed':
      return { outcome: 'already-closed', back };
    case 'declined':
      return { outcome: 'declined', reason: outcome.reason };
    case 'challenge':
      return { outcome: 'challenge', challenge: outcome.challengeId };
    case 'form-errors':
      return { outcome: 'form-errors', errors: outcome.errors };
  }
}
