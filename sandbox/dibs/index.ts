import express, { type Router } from 'express';
import type { Party, SandboxContext } from '../context.ts';
import { createApiRouter } from './api-routes.ts';
import { createBooksRouter } from './books-routes.ts';
import { Courier, type Delivery } from './courier.ts';
import type { Dibs } from './dibs.ts';
import { dibsFaults, partyId } from './faults.ts';
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
    router.use(createPageRouter(party));
    router.use(createApiRouter(party));
    router.use(createBooksRouter(party));
    return router;
  },
};
