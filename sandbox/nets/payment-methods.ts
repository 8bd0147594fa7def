import type { Request } from 'express';
import type { Reply } from './replies.ts';
import { methodTypes } from './schemas.ts';

/** `GET /v1/paymentmethods?Currency&Enabled`: the sandbox's merchants have cards, in kroner and euro. */
export function listPaymentMethods(query: Request['query']): Reply {
  const currencies = ['NOK', 'SEK', 'DKK', 'EUR'];
  const body = (methodTypes.Card ?? [])
    .flatMap((name) => currencies.map((currency) => ({ name, paymentType: 'CARD', currency, enabled: true })))
    .filter(({ currency }) => !query.Currency || query.Currency === currency)
    .filter(({ enabled }) => !query.Enabled || query.Enabled === String(enabled));
  return { status: 200, body };
}
