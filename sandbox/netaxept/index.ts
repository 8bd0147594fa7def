import express, { type Router } from 'express';
import type { Party, SandboxContext } from '../context.ts';
import { createSettlementRouter } from '../settlements/routes.ts';
import { createApiRouter } from './api-routes.ts';
import { createBooksRouter } from './books-routes.ts';
import { netaxeptFaults, partyId } from './faults.ts';
import type { Transaction } from './model.ts';
import type { Netaxept } from './netaxept.ts';
import { createPageRouter } from './page-routes.ts';
import { settledOf } from './settled.ts';

/** Netaxept: Register, terminal, Process and Query with an issuer's 3-D Secure page, its books and settlement reports. */
export const netaxept: Party = {
  id: partyId,
  title: 'Netaxept',
  faults: netaxeptFaults,
  links: { '/': 'Betalinger', '/settlements': 'Oppgjørsrapporter' },
  create(context: SandboxContext): Router {
    const party: Netaxept = {
      context,
      transactions: context.store.collection<Transaction>('netaxept.transactions'),
    };
    const router = express.Router();
    router.use('/Netaxept', createApiRouter(party));
    router.use(createPageRouter(party));
    router.use(createBooksRouter(party));
    router.use(
      createSettlementRouter(context, {
        name: 'NETAXEPT',
        title: 'Netaxept',
        payments: () => party.transactions.values().map((one) => settledOf(party, one)),
      }),
    );
    return router;
  },
};
