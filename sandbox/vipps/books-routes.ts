import express, { type Request, type Response, type Router } from 'express';
import { testPin } from './amounts.ts';
import { bookOf, deliveriesOf } from './book.ts';
import { renderBooks } from './books-page.ts';
import { partyId } from './faults.ts';
import { findBy } from './find-payment.ts';
import { pageAddress } from './frame.ts';
import type { PaymentRecord } from './model.ts';
import { decide } from './page-routes.ts';
import { openApp, type PayOutcome } from './pay-payment.ts';
import { comeAlive } from './settle.ts';
import { readLanguage } from './texts.ts';
import type { Vipps } from './vipps.ts';

/** The sandbox's own view of what happened, for people and for tests; no such thing exists at Vipps. */
export function createBooksRouter(vipps: Vipps): Router {
  const router = express.Router();
  router.get('/', (_request, response) => void response.type('html').send(renderBooks(vipps)));
  router.use('/books', express.json());
  router.get('/books', ({ query: { reference } }, response) => {
    const wanted = (one: PaymentRecord) => reference === undefined || one.reference === reference;
    response.json(
      vipps.payments
        .values()
        .filter(wanted)
        .map((one) => bookOf(vipps, one)),
    );
  });

  const onPayment =
    (handle: (payment: PaymentRecord, body: Record<string, unknown>, response: Response) => unknown) =>
    async (request: Request, response: Response) => {
      const { id } = request.params;
      const payment = findBy(vipps, (one) => one.reference === id || one.id === id);
      if (!payment) return void response.status(404).json({ error: 'unknown payment' });
      await handle(payment, request.body ?? {}, response);
    };
  router.get(
    '/books/:id',
    onPayment((payment, _body, response) => response.json(bookOf(vipps, payment))),
  );
  // Whole, with address, headers as first signed, and body: for those who deliver a webhook themselves.
  router.get(
    '/books/:id/deliveries',
    onPayment((payment, _body, response) => response.json(deliveriesOf(vipps, payment))),
  );
  router.post(
    '/books/:id/pay',
    onPayment(async (payment, body, response) => {
      const outcome = await payWithoutBrowser(vipps, payment, body);
      if ('returned' in outcome) response.on('close', outcome.returned);
      response.json(describeOutcome(vipps, payment, outcome));
    }),
  );
  router.post(
    '/books/:id/replay-webhook',
    onPayment(async (payment, { event }, response) => {
      const chosen = deliveriesOf(vipps, payment).filter((one) => event === undefined || one.event === event);
      const replayed = await Promise.all(chosen.map(({ id }) => vipps.courier.replay(id)));
      response
        .status(replayed.length > 0 ? 200 : 404)
        .json({ deliveries: replayed.filter((one) => one !== undefined) });
    }),
  );
  router.post(
    '/books/:id/come-alive',
    onPayment((payment, { captured }, response) => {
      const alive = comeAlive(vipps, payment.id, captured !== false);
      if (alive) response.json(bookOf(vipps, alive));
      else response.status(409).json({ error: 'the payment has not failed' });
    }),
  );
  router.put(
    '/books/:id/faults',
    onPayment(({ reference }, { name, value, times }, response) => {
      if (typeof name !== 'string' || typeof value !== 'string')
        return response.status(400).json({ error: 'name and value' });
      const counted = typeof times === 'number' ? { times } : {};
      vipps.context.faults.set({ party: partyId, name, value, reference, ...counted });
      return response.status(204).end();
    }),
  );
  return router;
}

/**
 * `{decision?: 'approve' | 'reject' | 'expire' | 'open', pin?, sca?: 'approve' | 'reject'}`: what the payer would do on
 * the pages. `open` leaves the payer in the app.
 */
async function payWithoutBrowser(
  vipps: Vipps,
  payment: PaymentRecord,
  { decision = 'approve', pin = testPin, sca }: Record<string, unknown>,
): Promise<PayOutcome | { kind: 'open' }> {
  const opened = openApp(vipps, payment);
  if (decision === 'open') return { kind: 'open' };
  const outcome = await decide(vipps, opened, String(decision), String(pin));
  if (outcome.kind !== 'sca' || sca === undefined) return outcome;
  return decide(vipps, vipps.payments.get(payment.id) ?? opened, `sca-${String(sca)}`, '');
}

/** `{outcome, location?, …}` where `location` is where the browser would now be sent. */
function describeOutcome(vipps: Vipps, payment: PaymentRecord, outcome: PayOutcome | { kind: 'open' }) {
  const app = pageAddress(vipps.context.url, '/app', payment, readLanguage('nb', undefined));
  switch (outcome.kind) {
    case 'closed':
      return { outcome: 'closed', state: payment.state, location: payment.request.returnUrl };
    case 'declined':
      return { outcome: 'declined', reason: outcome.reason, location: app };
    case 'open':
    case 'sca':
    case 'wrong-pin':
      return { outcome: outcome.kind, location: app };
    case 'paid':
    case 'aborted':
    case 'expired':
    case 'unknown':
      return { outcome: outcome.kind, location: outcome.location };
  }
}
