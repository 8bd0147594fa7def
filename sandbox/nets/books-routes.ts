import express, { type Request, type Response, type Router } from 'express';
import { bookOf, deliveriesOf } from './book.ts';
import { renderBooks } from './books-page.ts';
import { futureExpiry, testCards } from './cards.ts';
import { comeAlive } from './come-alive.ts';
import { partyId } from './faults.ts';
import { challengeAddress, pageAddress } from './frame.ts';
import type { PaymentRecord } from './model.ts';
import type { Nets } from './nets.ts';
import { answerChallenge, type PayOutcome, payWithCard, returnUrl } from './pay-payment.ts';
import { settleRefund } from './refund-payment.ts';
import { readLanguage } from './texts.ts';

/** The sandbox's own view of what happened, for people and for tests; no such thing exists at Nexi. */
export function createBooksRouter(nets: Nets): Router {
  const router = express.Router();
  router.get('/', (_request, response) => void response.type('html').send(renderBooks(nets)));
  router.use('/books', express.json());
  router.get('/books', ({ query: { reference } }, response) => {
    const wanted = ({ order }: PaymentRecord) => reference === undefined || order.reference === reference;
    response.json(
      nets.payments
        .values()
        .filter(wanted)
        .map((one) => bookOf(nets, one)),
    );
  });

  const onPayment =
    (handle: (payment: PaymentRecord, body: Record<string, unknown>, response: Response) => unknown) =>
    async (request: Request, response: Response) => {
      const payment = nets.payments.get(String(request.params.id));
      if (!payment) return void response.status(404).json({ error: 'unknown payment' });
      await handle(payment, request.body ?? {}, response);
    };
  router.get(
    '/books/:id',
    onPayment((payment, _body, response) => response.json(bookOf(nets, payment))),
  );

  // Whole, with address, header and body: for those who deliver a webhook themselves.
  router.get(
    '/books/:id/deliveries',
    onPayment((payment, _body, response) => response.json(deliveriesOf(nets, payment))),
  );
  router.post(
    '/books/:id/pay',
    onPayment(async (payment, body, response) => {
      const outcome = await payWithoutBrowser(nets, payment, body);
      if (outcome.kind === 'paid') response.on('close', outcome.returned);
      response.json(describeOutcome(nets, payment, outcome));
    }),
  );

  router.post(
    '/books/:id/replay-webhook',
    onPayment(async (payment, { event }, response) => {
      const chosen = deliveriesOf(nets, payment).filter(
        (delivery) => event === undefined || delivery.event === event,
      );
      const replayed = await Promise.all(chosen.map(({ id }) => nets.courier.replay(id)));
      response
        .status(replayed.length > 0 ? 200 : 404)
        .json({ deliveries: replayed.filter((one) => one !== undefined) });
    }),
  );

  /** What a provider must not do, and does: a payment that was terminated is paid after all. */
  router.post(
    '/books/:id/come-alive',
    onPayment(async (payment, _body, response) => {
      const alive = await comeAlive(nets, payment.paymentId);
      if (alive) response.json(bookOf(nets, alive));
      else response.status(409).json({ error: 'the payment is not terminated' });
    }),
  );

  router.post(
    '/books/:id/settle-refund',
    onPayment((payment, { refundId, state }, response) => {
      const known = payment.refunds.some((refund) => refund.refundId === refundId);
      const settled =
        known && settleRefund(nets, String(refundId), state === 'Failed' ? 'Failed' : 'Completed');
      if (settled) response.json(bookOf(nets, settled));
      else response.status(409).json({ error: 'no such pending refund' });
    }),
  );

  router.put(
    '/books/:id/faults',
    onPayment((payment, { name, value, times }, response) => {
      if (typeof name !== 'string' || typeof value !== 'string')
        return response.status(400).json({ error: 'name and value' });
      nets.context.faults.set({
        party: partyId,
        name,
        value,
        reference: payment.paymentId,
        ...(typeof times === 'number' && { times }),
      });
      return response.status(204).end();
    }),
  );
  return router;
}

/** `{card?, expiry?, cvc?, threeDS?: 'approve' | 'reject'}`: what the payer would do on the pages. */
async function payWithoutBrowser(
  nets: Nets,
  payment: PaymentRecord,
  body: Record<string, unknown>,
): Promise<PayOutcome> {
  const field = (name: string, otherwise: string) =>
    typeof body[name] === 'string' ? body[name] : otherwise;
  const outcome = await payWithCard(nets, payment, {
    cardNumber: field('card', testCards[0]?.pan ?? ''),
    expiry: field('expiry', futureExpiry(nets.context.now())),
    cvc: field('cvc', '123'),
  });
  if (outcome.kind !== 'challenge' || (body.threeDS !== 'approve' && body.threeDS !== 'reject'))
    return outcome;
  const challenged = nets.payments.get(payment.paymentId) ?? payment;
  return answerChallenge(nets, challenged, outcome.challengeId, body.threeDS === 'approve');
}

/** `{outcome, location?, …}` where `location` is where the browser would now be sent. */
function describeOutcome(nets: Nets, payment: PaymentRecord, outcome: PayOutcome) {
  const language = readLanguage(undefined);
  const { url } = nets.context;
  const at = (more: Record<string, string> = {}) => pageAddress(url, payment.paymentId, language, more);
  switch (outcome.kind) {
    case 'paid':
      return { outcome: 'paid', location: outcome.location };
    case 'declined':
      return { outcome: 'declined', reason: outcome.reason, location: at({ declined: outcome.reason }) };
    case 'challenge':
      return {
        outcome: 'challenge',
        location: challengeAddress(url, payment.paymentId, outcome.challengeId, language),
      };
    case 'form-errors':
      return { outcome: 'form-errors', errors: outcome.errors, location: at() };
    case 'closed':
      return {
        outcome: outcome.state === 'paid' ? 'already-paid' : 'terminated',
        location: outcome.state === 'paid' ? returnUrl(payment) : payment.checkout.cancelUrl,
      };
  }
}
