import express, { type Router } from 'express';
import type { SandboxContext } from '../context.ts';
import { createSettlementRouter } from '../settlements/routes.ts';
import { createBooksRouter } from './books-routes.ts';
import { Courier, type Delivery } from './courier.ts';
import type { Dibs } from './dibs.ts';
import { createEntryRouter } from './entry-routes.ts';
import { createIssuerRouter } from './issuer-routes.ts';
import type { PaymentRecord } from './model.ts';
import { createPageRouter } from './page-routes.ts';
import { settledOf } from './settled.ts';
import type { Wire } from './wire.ts';

/** One of the windows with an issuer's 3-D Secure page, callbacks, the books and settlement reports; `api` is what it answers to servers. */
export function createWindowParty(context: SandboxContext, wire: Wire, api: (dibs: Dibs) => Router): Router {
  const named = <T>(name: string) => context.store.collection<T>(`${wire.partyId}.${name}`);
  const deliveries = named<Delivery>('deliveries');
  const party: Dibs = {
    context,
    wire,
    page: (path) => context.url(`${wire.pages}${path}`),
    payments: named<PaymentRecord>('payments'),
    tickets: named('tickets'),
    deliveries,
    courier: new Courier(context, wire, deliveries),
  };
  context.onClose(() => party.courier.close());
  party.courier.resume();

  const router = express.Router();
  router.use(createEntryRouter(party));
  router.use(wire.pages, express.urlencoded({ extended: false }), (_request, response, next) => {
    // Back and reload must show what has become of the payment.
    response.set('cache-control', 'no-store');
    next();
  });
  router.use(createPageRouter(party), createIssuerRouter(party));
  router.use(api(party));
  router.use(createBooksRouter(party));
  router.use(
    createSettlementRouter(context, {
      name: wire.partyId.toUpperCase(),
      title: wire.title,
      payments: () => party.payments.values().map((one) => settledOf(party, one)),
    }),
  );
  return router;
}
