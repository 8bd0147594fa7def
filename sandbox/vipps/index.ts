import express, { type Router } from 'express';
import type { Party, SandboxContext } from '../context.ts';
import { createSettlementRouter } from '../settlements/routes.ts';
import { createApiRouter } from './api-routes.ts';
import { createBooksRouter } from './books-routes.ts';
import { createCourier, type Delivery } from './courier.ts';
import { partyId, vippsFaults } from './faults.ts';
import { watch } from './find-payment.ts';
import type { KeptReply, PaymentRecord, TokenRecord, WebhookRecord } from './model.ts';
import { createPageRouter } from './page-routes.ts';
import { settledOf } from './settled.ts';
import type { Vipps } from './vipps.ts';

/** Vipps MobilePay: access tokens, ePayment API v1, Webhooks API v1, the landing page with the app, the books and settlement reports. */
export const vipps: Party = {
  id: partyId,
  title: 'Vipps MobilePay',
  faults: vippsFaults,
  links: { '/': 'Betalinger', '/settlements': 'Oppgjørsrapporter' },
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
    router.use(
      createSettlementRouter(context, {
        name: 'VIPPS',
        title: 'Vipps',
        payments: () => party.payments.values().map((one) => settledOf(party, one)),
      }),
    );
    return router;
  },
};
