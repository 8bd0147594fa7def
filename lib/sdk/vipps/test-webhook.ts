import type { PaymentEventName } from './reply-types.ts';
import type { Amount } from './request-types.ts';
import { AUTHORIZATION_PREFIX, contentHash, webhookSignature } from './signature.ts';

export interface TestWebhookInput {
  event: PaymentEventName;
  reference: string;
  /** Your receiver's URL; it is part of what is signed. */
  url: string | URL;
  secret: string;
  /** Default 60 000 øre. */
  amount?: Amount;
  /** Members to add or to put instead of the usual ones. */
  data?: Readonly<Record<string, unknown>>;
  /** Default: the system clock. */
  now?: () => Date;
}

export interface SignedTestWebhook {
  body: string;
  headers: Record<'authorization' | 'x-ms-date' | 'x-ms-content-sha256' | 'host' | 'content-type', string>;
}

/** A webhook as the provider would send it, for tests of a receiver: POST `body` with `headers`, expect a 2xx. */
export function signTestWebhook(input: TestWebhookInput): SignedTestWebhook {
  const { event, reference, url, secret, amount = { currency: 'NOK', value: 60_000 } } = input;
  const now = input.now?.() ?? new Date();
  const body = JSON.stringify({
    msn: '123456',
    reference,
    pspReference: `psp-${event.toLowerCase()}-${reference}`,
    name: event,
    amount,
    timestamp: now.toISOString(),
    idempotencyKey: null,
    success: true,
    ...input.data,
  });
  const date = now.toUTCString();
  return {
    body,
    headers: {
      authorization: `${AUTHORIZATION_PREFIX}${webhookSignature({ url, rawBody: body, date, secret })}`,
      'x-ms-date': date,
      'x-ms-content-sha256': contentHash(body),
      host: new URL(url).host,
      'content-type': 'application/json',
    },
  };
}
