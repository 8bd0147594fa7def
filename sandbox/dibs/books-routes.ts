import express, { type Request, type Response, type Router } from 'express';
import { settleQueue } from './api-operations.ts';
import { bookOf, deliveriesOf, findPayment } from './book.ts';
import { renderBooks } from './books-page.ts';
import type { Dibs } from './dibs.ts';
import type { PaymentRecord } from './model.ts';
import { settlePending } from './pay-payment.ts';
import { describeOutcome, payWithoutBrowser } from './pay-without-browser.ts';

/** The sandbox's own view of what happened, for people and for tests; no such thing exists at DIBS. */
export function createBooksRouter(dibs: Dibs): Router {
  const router = express.Router();
  router.get('/', (_request, response) => void response.type('html').send(renderBooks(dibs)));
  router.use('/books', express.json());
  router.get('/books', ({ query: { reference } }, response) => {
    const wanted = ({ orderId }: PaymentRecord) => reference === undefined || orderId === reference;
    response.json(
      dibs.payments
        .values()
        .filter(wanted)
        .map((one) => bookOf(dibs, one)),
    );
  });

  addReaders(dibs, router);
  addActions(dibs, router);
  return router;
}

function addReaders(dibs: Dibs, router: Router): void {
  router.get(
    '/books/:id',
    onPayment(dibs, (payment, _body, response) => sendBook(dibs, payment, response)),
  );
  // Whole, with address and fields: for those who deliver a callback themselves.
  router.get(
    '/books/:id/deliveries',
    onPayment(dibs, (payment, _body, response) => response.json(deliveriesOf(dibs, payment))),
  );
}

function addActions(dibs: Dibs, router: Router): void {
  router.post(
    '/books/:id/pay',
    onPayment(dibs, async (payment, body, response) => {
      const outcome = await payWithoutBrowser(dibs, payment, body);
      if (outcome.kind === 'done') response.on('close', outcome.returned);
      response.json(describeOutcome(dibs, payment, outcome));
    }),
  );
  router.post(
    '/books/:id/replay-webhook',
    onPayment(dibs, async (payment, { event }, response) => {
      const chosen = deliveriesOf(dibs, payment).filter((one) => event === undefined || one.event === event);
      const replayed = await Promise.all(chosen.map(({ id }) => dibs.courier.replay(id)));
      response.status(replayed.length > 0 ? 200 : 404).json({ deliveries: replayed });
    }),
  );
  router.post(
    '/books/:id/settle',
    onPayment(dibs, (payment, { state }, response) => {
      const done = state !== 'failed';
      const settled =
        settlePending(dibs, payment.id, done ? 'ACCEPTED' : 'DECLINED') || settleQueue(dibs, payment, done);
      return settled
        ? sendBook(dibs, payment, response)
        : response.status(409).json({ error: 'nothing is pending' });
    }),
  );
  router.put(
    '/books/:id/faults',
    onPayment(dibs, (payment, { name, value, times }, response) => {
      if (typeof name !== 'string' || typeof value !== 'string')
        return response.status(400).json({ error: 'name and value' });
      const counted = typeof times === 'number' ? { times } : {};
      dibs.context.faults.set({ party: dibs.wire.partyId, name, value, reference: payment.id, ...counted });
      return response.status(204).end();
    }),
  );
}

function onPayment(
  dibs: Dibs,
  handle: (payment: PaymentRecord, body: Record<string, unknown>, response: Response) => unknown,
) {
  return async (request: Request, response: Response) => {
    const payment = findPayment(dibs, String(request.params.id));
    if (!payment) return void response.status(404).json({ error: 'unknown payment' });
    await handle(payment, request.body ?? {}, response);
  };
}

function sendBook(dibs: Dibs, payment: PaymentRecord, response: Response) {
  return response.json(bookOf(dibs, dibs.payments.get(payment.id) ?? payment));
}
