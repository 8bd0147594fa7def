import { type OrderRecord, orderPath, sumsOf } from './model.ts';
import type { Payex } from './payex.ts';

/** What may be done now, by rel; absent means not now. */
export function operationsOf(payex: Payex, order: OrderRecord) {
  return relsOf(order).map((rel) => {
    const { method, contentType, href } = known[rel];
    return { method, href: payex.context.url(href(order)), rel, contentType };
  });
}

export type Rel = keyof typeof known;

/** Whether the rel is there now. */
export function isOffered(order: OrderRecord, rel: Rel): boolean {
  return relsOf(order).includes(rel);
}

/** The page of the payer: where `redirect-checkout` leads. */
export function checkoutPath({ token }: OrderRecord): string {
  return `/checkout/${token}`;
}

function relsOf(order: OrderRecord): Rel[] {
  const { remainingCapture, remainingReversal } = sumsOf(order);
  switch (order.status) {
    case 'Initialized': {
      const views: Rel[] = ['redirect-checkout', 'view-checkout'];
      // While the payer is in an app, nothing can be taken back.
      if (order.attempt?.stage === 'app') return [...views, 'abort-paymentattempt'];
      const mode: Rel[] = order.instrument ? ['set-instrument'] : [];
      return [...views, 'update-order', 'abort', 'abort-paymentattempt', ...mode];
    }
    case 'Aborted':
      return ['redirect-checkout'];
    case 'Paid': {
      const rels: Rel[] = [];
      if (remainingCapture > 0) rels.push('capture', 'cancel');
      if (remainingReversal > 0) rels.push('reversal');
      return rels;
    }
    case 'Failed':
    case 'Cancelled':
    case 'Reversed':
      return [];
  }
}

const json = 'application/json';
const trace = '_tc_tid=30f2168171e142d38bcd4af2c3721959';
const known = {
  'redirect-checkout': {
    method: 'GET',
    contentType: 'text/html',
    href: (order: OrderRecord) => `${checkoutPath(order)}?${trace}`,
  },
  'view-checkout': {
    method: 'GET',
    contentType: 'application/javascript',
    href: ({ token, request }: OrderRecord) =>
      `/checkout/client/${token}?culture=${request.language}&${trace}`,
  },
  'update-order': { method: 'PATCH', contentType: json, href: orderPath },
  abort: { method: 'PATCH', contentType: json, href: orderPath },
  'abort-paymentattempt': { method: 'PATCH', contentType: json, href: orderPath },
  'set-instrument': { method: 'PATCH', contentType: json, href: orderPath },
  capture: {
    method: 'POST',
    contentType: json,
    href: (order: OrderRecord) => `${orderPath(order)}/captures`,
  },
  cancel: {
    method: 'POST',
    contentType: json,
    href: (order: OrderRecord) => `${orderPath(order)}/cancellations`,
  },
  reversal: {
    method: 'POST',
    contentType: json,
    href: (order: OrderRecord) => `${orderPath(order)}/reversals`,
  },
};
