import express, { type Router } from 'express';
import type { Party, SandboxContext } from '../context.ts';
import { createSettlementRouter } from '../settlements/routes.ts';
import { createApiRouter } from './api-routes.ts';
import { createBooksRouter } from './books-routes.ts';
import { createCourier, type Delivery } from './courier.ts';
import { netsFaults, partyId } from './faults.ts';
import type { PaymentRecord } from './model.ts';
import type { Nets } from './nets.ts';
import { createPageRouter } from './page-routes.ts';
import type { Reply } from './replies.ts';
import { settledOf } from './settled.ts';

/** Nets: Nexi Checkout Payment API v1 with its hosted page, an issuer's 3-D Secure page and its books. */
export const nets: Party = {
  id: partyId,
  title: 'Nets (Nexi Checkout)',
  faults: netsFaults,
  links: { '/': 'Betalinger', '/settlements': 'Oppgjørsrapporter' },
  create(context: SandboxContext): Router {
    const deliveries = context.store.collection<Delivery>('nets.deliveries');
    const party: Nets = {
      context,
      payments: context.store.collection<PaymentRecord>('nets.payments'),
      replies: context.store.collection<Reply>('nets.replies'),
      deliveries,
      courier: createCourier(context, deliveries),
    };
    context.onClose(() => party.courier.close());
    party.courier.resume();

    const router = express.Router();
    router.use('/v1', createApiRouter(party));
    router.use(createPageRouter(party));
    router.use(createBooksRouter(party));
    router.use(
      createSettlementRouter(context, {
        name: 'NETS',
        title: 'Nets',
        payments: () => party.payments.values().map((one) => settledOf(party, one)),
      }),
    );
    return router;
  },
};
