import type { WebhookEventName } from './request-types.ts';
import type { WebhookData } from './webhook-types.ts';

export interface TestWebhookInput<E extends WebhookEventName = WebhookEventName> {
  event: E;
  paymentId: string;
  /** The string that was given when the payment was created. */
  authorization: string;
  data?: Partial<WebhookData[E]>;
  /** Default: 32 random hex characters. */
  id?: string;
  /** Default: the system clock. */
  now?: () => Date;
  merchantNumber?: number;
}

export interface SignedTestWebhook {
  body: string;
  headers: { authorization: string; 'content-type': string };
}

/** Events whose envelope says `merchantNumber`; the others say `merchantId`. */
const WITH_MERCHANT_NUMBER: ReadonlySet<WebhookEventName> = new Set([
  'payment.charge.created.v2',
  'payment.reservation.created.v2',
]);

/**
 * A webhook as the provider would send it, for tests of a receiver: POST `body` with `headers`, expect exactly 200.
 */
export function signTestWebhook<E extends WebhookEventName>(input: TestWebhookInput<E>): SignedTestWebhook {
  const merchant = input.merchantNumber ?? 100_017_120;
  const body = JSON.stringify({
    id: input.id ?? randomHex(16),
    event: input.event,
    timestamp: (input.now?.() ?? new Date()).toISOString().replace('Z', '0+00:00'),
    ...(WITH_MERCHANT_NUMBER.has(input.event) ? { merchantNumber: merchant } : { merchantId: merchant }),
    data: { ...input.data, paymentId: input.paymentId },
  });
  return { body, headers: { authorization: input.authorization, 'content-type': 'application/json' } };
}

function randomHex(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
