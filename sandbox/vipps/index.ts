import express, { type Router } from 'express';
import type { Party, SandboxContext } from '../context.ts';
import { createApiRouter } from './api-routes.ts';
import { createBooksRouter } from './books-routes.ts';
import { createCourier, type Delivery } from './courier.ts';
import { partyId, vippsFaults } from './faults.ts';
import { watch } from './find-payment.ts';
import type { KeptReply, PaymentRecord, TokenRecord, WebhookRecord } from './model.ts';
import { createPageRouter } from './page-routes.ts';
import type { Vipps } from './vipps.ts';

/** Vipps MobilePay: access tokens, ePayment API v1, Webhooks API v1, the landing page with the app, and the books. */
export const vipps: Party = {
  id: partyId,
  title: 'Vipps MobilePay',
  faults: vippsFaults,
  links: { '/': 'Betalinger' },
  create(context: SandboxContext): Router {
    const deliveries = context.store.collection<Delivery>('vipps.deliveries');
    const webhooks = context.store.collection<WebhookRecord>('vipps.webhooks');
    const party: Vipps = {
      context,
      payments: context.store.collection<PaymentRecord>('vipps.payments'),
      webhooks,
      tokens: context.store.collection<TokenRecord>('vipps.tokens'),
      replies: context.store.collection<KeptReply>('vipps.replies'),
      deliveries,
      courier: createCourier(context, deliveries, webhooks),
    };
    context.onClose(() => party.courier.close());
    party.courier.resume();
    for (const payment of party.payments.values()) watch(party, payment);

    const router = express.Router();
    router.use(createApiRouter(party));
    router.use(createPageRouter(party));
    router.use(createBooksRouter(party));
    return router;
  },
};
