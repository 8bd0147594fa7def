import { NetsWebhookError } from './errors.ts';
import { isRecord } from './json-shape.ts';
import type { WebhookEventName } from './request-types.ts';
import type { KnownWebhookEvent, WebhookEvent } from './webhook-types.ts';

const MAX_WEBHOOK_BYTES = 1_000_000;
const MAX_HEADER_LENGTH = 1_024;

/**
 * Whether a webhook carries the string given when the payment was created. Takes the same time for any wrong
 * value of a given length. Several expected strings may be given (kept from a payment that was made anew).
 * The body is not signed: after a true, still ask the provider (`payments.retrieve`).
 */
export function verifyWebhook(input: {
  authorizationHeader: string | null | undefined;
  expectedAuthorization: string | readonly string[];
}): boolean {
  const header = input.authorizationHeader;
  if (typeof header !== 'string' || header === '' || header.length > MAX_HEADER_LENGTH) {
    return false;
  }
  const expected =
    typeof input.expectedAuthorization === 'string'
      ? [input.expectedAuthorization]
      : input.expectedAuthorization;
  let found = false;
  for (const candidate of expected) {
    // No early exit, and an empty secret matches nothing.
    found = (equalInConstantTime(header, candidate) && candidate !== '') || found;
  }
  return found;
}

/**
 * Reads a webhook's body. Unknown events and unknown members are kept; `raw` is the whole body unchanged.
 * Throws NetsWebhookError for a body that is not JSON, lacks `id` or `event`, or is a known event without `paymentId`.
 */
export function parseWebhook(rawBody: string | Uint8Array): WebhookEvent {
  const raw = parseJson(decode(rawBody));
  const { id, event, timestamp } = raw;
  if (!isId(id)) throw new NetsWebhookError('The webhook has no id');
  if (typeof event !== 'string' || event === '') throw new NetsWebhookError('The webhook has no event');
  const data = isRecord(raw.data) ? raw.data : {};
  const envelope = {
    id,
    timestamp: typeof timestamp === 'string' ? timestamp : null,
    merchantNumber: merchantNumberOf(raw.merchantNumber ?? raw.merchantId),
    raw,
  };
  if (!isWebhookEventName(event)) {
    return {
      ...envelope,
      event: 'unknown',
      eventName: event,
      paymentId: isId(data.paymentId) ? data.paymentId : null,
      data,
    };
  }
  if (!isId(data.paymentId)) throw new NetsWebhookError(`The webhook ${event} has no paymentId`);
  // `data` is typed as delivered: every member but paymentId is optional and unchecked.
  return { ...envelope, event, paymentId: data.paymentId, data } as unknown as KnownWebhookEvent;
}

/** Every event name this client knows. */
export const WEBHOOK_EVENT_NAMES = [
  'payment.created',
  'payment.reservation.created',
  'payment.reservation.created.v2',
  'payment.reservation.failed',
  'payment.checkout.completed',
  'payment.charge.created.v2',
  'payment.charge.failed',
  'payment.refund.initiated.v2',
  'payment.refund.failed',
  'payment.refund.completed',
  'payment.cancel.created',
  'payment.cancel.failed',
] as const satisfies readonly WebhookEventName[];

const KNOWN_NAMES: ReadonlySet<string> = new Set(WEBHOOK_EVENT_NAMES);

function isWebhookEventName(name: string): name is WebhookEventName {
  return KNOWN_NAMES.has(name);
}

function decode(rawBody: string | Uint8Array): string {
  if (rawBody.length > MAX_WEBHOOK_BYTES) throw new NetsWebhookError('The webhook is too large');
  if (typeof rawBody === 'string') return rawBody;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
  } catch {
    throw new NetsWebhookError('The webhook is not UTF-8');
  }
}

function parseJson(text: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // No cause: the parser's message quotes the body, which may hold personal data.
    throw new NetsWebhookError('The webhook is not JSON');
  }
  if (!isRecord(json)) throw new NetsWebhookError('The webhook is not a JSON object');
  return json;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(value);
}

function merchantNumberOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function equalInConstantTime(given: string, expected: string): boolean {
  const a = new TextEncoder().encode(given);
  const b = new TextEncoder().encode(expected);
  let difference = a.length ^ b.length;
  // Walks the given value, whose length the sender knows anyway; never the secret's.
  for (let index = 0; index < a.length; index += 1) {
    difference |= (a[index] ?? 0) ^ (b[index % Math.max(1, b.length)] ?? 0);
  }
  return difference === 0;
}
