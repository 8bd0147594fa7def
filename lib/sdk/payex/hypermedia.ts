import { PayexProtocolError, PayexUnavailableError, PayexUsageError } from './errors.ts';
import type { HttpConfig } from './http.ts';
import { isResourcePath } from './json-shape.ts';
import type { Operation, PaymentOrder } from './reply-types.ts';

/** What can be done to a payment order, by the names of v3; the older names are understood too. */
export type Rel =
  | 'redirect-checkout'
  | 'view-checkout'
  | 'update-order'
  | 'abort'
  | 'abort-paymentattempt'
  | 'set-instrument'
  | 'capture'
  | 'cancel'
  | 'reversal';

const OLDER_NAMES: Partial<Record<Rel, string>> = {
  'redirect-checkout': 'redirect-paymentorder',
  'view-checkout': 'view-paymentorder',
  'update-order': 'update-paymentorder-updateorder',
  abort: 'update-paymentorder-abort',
  'set-instrument': 'update-paymentorder-setinstrument',
  capture: 'create-paymentorder-capture',
  cancel: 'create-paymentorder-cancel',
  reversal: 'create-paymentorder-reversal',
};

/** Whether the payment order offers the operation now: what `capture` exists for is decided here, not by instrument. */
export function offers(order: Pick<PaymentOrder, 'operations'>, rel: Rel): boolean {
  return findOperation(order, rel) !== undefined;
}

/** The operation by its rel, v3 name first. */
export function findOperation(order: Pick<PaymentOrder, 'operations'>, rel: Rel): Operation | undefined {
  const by = (name: string | undefined) =>
    name === undefined ? undefined : order.operations.find((one) => one.rel.toLowerCase() === name);
  return by(rel) ?? by(OLDER_NAMES[rel]);
}

/** The operation by its rel, or PayexUnavailableError. */
export function needOperation(order: PaymentOrder, rel: Rel, operation: string): Operation {
  const found = findOperation(order, rel);
  if (found) return found;
  const available = order.operations.map((one) => one.rel);
  throw new PayexUnavailableError(rel, available, order.status, { operation, outcome: 'refused' });
}

/**
 * The absolute address of a link of the API. It must be below the configured base URL, or the access token would go
 * elsewhere: a reply that names another host is refused, not followed.
 */
export function apiUrl(config: Pick<HttpConfig, 'baseHref'>, href: string, operation: string): string {
  const base = new URL(config.baseHref);
  const refuse = () =>
    new PayexProtocolError('The reply links to an address outside the base URL', {
      operation,
      outcome: 'not_sent',
    });
  const absolute = href.startsWith('/') && !href.startsWith('//') ? `${config.baseHref}${href}` : href;
  if (!URL.canParse(absolute)) throw refuse();
  const url = new URL(absolute);
  const prefix = base.pathname === '/' ? '/' : `${base.pathname}/`;
  if (url.origin !== base.origin || !url.pathname.startsWith(prefix)) throw refuse();
  if (url.username !== '' || url.password !== '') throw refuse();
  return url.href;
}

/** The address of a stored id. Throws PayexUsageError for anything but a path. */
export function resourceUrl(config: Pick<HttpConfig, 'baseHref'>, id: string, operation: string): string {
  if (!isResourcePath(id)) {
    throw new PayexUsageError('the id must be a path like /psp/paymentorders/<uuid>', operation);
  }
  return `${config.baseHref}${id}`;
}
