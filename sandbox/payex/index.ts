import express, { type Router } from 'express';
import type { Party, SandboxContext } from '../context.ts';
import { createSettlementRouter } from '../settlements/routes.ts';
import { createApiRouter } from './api-routes.ts';
import { resumeLate } from './attempts.ts';
import { createBooksRouter } from './books-routes.ts';
import { createCourier, type Delivery } from './courier.ts';
import { partyId, payexFaults } from './faults.ts';
import type { OrderRecord } from './model.ts';
import { createPageRouter } from './page-routes.ts';
import type { Payex } from './payex.ts';
import { settledOf } from './settled.ts';

/** PayEx: Swedbank Pay payment orders v3.1 with the redirect page, its instruments, an issuer, the apps, the books and settlement reports. */
export const payex: Party = {
  id: partyId,
  title: 'PayEx (Swedbank Pay)',
  faults: payexFaults,
  links: { '/': 'Betalinger', '/settlements': 'Oppgjørsrapporter' },
  create(context: SandboxContext): Router {
    const deliveries = context.store.collection<Delivery>('payex.deliveries');
    const party: Payex = {
      context,
      orders: context.store.collection<OrderRecord>('payex.orders'),
      references: context.store.collection<{ usedFor: string }>('payex.references'),
      deliveries,
      courier: createCourier(context, deliveries),
    };
    context.onClose(() => party.courier.close());
    party.courier.resume();
    resumeLate(party);

    const router = express.Router();
    router.use('/psp', createApiRouter(party));
    router.use(createPageRouter(party));
    router.use(createBooksRouter(party));
    router.use(
      createSettlementRouter(context, {
        name: 'PAYEX',
        title: 'PayEx',
        payments: () => party.orders.values().map((one) => settledOf(party, one)),
      }),
    );
    return router;
  },
};
