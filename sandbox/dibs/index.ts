import express, { type Router } from 'express';
import type { Party, SandboxContext } from '../context.ts';
import { createApiRouter } from './api-routes.ts';
import { createBooksRouter } from './books-routes.ts';
import { Courier, type Delivery } from './courier.ts';
import type { Dibs } from './dibs.ts';
import { createEntryRouter } from './entry-routes.ts';
import { dibsFaults, partyId } from './faults.ts';
import { createIssuerRouter } from './issuer-routes.ts';
import type { PaymentRecord } from './model.ts';
import { createPageRouter } from './page-routes.ts';

/** DIBS: the Payment Window with an issuer's 3-D Secure page, callbacks, the JSON API and the books. */
export const dibs: Party = {
  id: partyId,
  title: 'DIBS (Payment Window)',
  faults: dibsFaults,
  links: { '/': 'Betalinger' },
  create(context: SandboxContext): Router {
    const deliveries = context.store.collection<Delivery>('dibs.deliveries');
    const party: Dibs = {
      context,
      payments: context.store.collection<PaymentRecord>('dibs.payments'),
      tickets: context.store.collection('dibs.tickets'),
      deliveries,
      courier: new Courier(context, deliveries),
    };
    context.onClose(() => party.courier.close());
    party.courier.resume();

    const router = express.Router();
    router.use(createEntryRouter(party));
    router.use('/dpw', express.urlencoded({ extended: false }), (_request, response, next) => {
      // Back and reload must show what has become of the payment.
      response.set('cache-control', 'no-store');
      next();
    });
    router.use(createPageRouter(party), createIssuerRouter(party));
    router.use(createApiRouter(party));
    router.use(createBooksRouter(party));
    return router;
  },
};
