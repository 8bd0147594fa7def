import { createHash } from 'node:crypto';
import { VippsWebhookError } from './errors.ts';
import { isRecord, needAmount, ReplyShapeError } from './json-shape.ts';
import type { PaymentEventName } from './reply-types.ts';
import type { WebhookEvent } from './webhook-types.ts';

const MAX_WEBHOOK_BYTES = 1_000_000;

/** Every event name of the ePayment API. */
export const PAYMENT_EVENT_NAMES = [
  'CREATED',
  'ABORTED',
  'EXPIRED',
  'CANCELLED',
  'CAPTURED',
  'REFUNDED',
  'AUTHORIZED',
  'TERMINATED',
] as const satisfies readonly PaymentEventName[];

const KNOWN_NAMES: ReadonlySet<string> = new Set(PAYMENT_EVENT_NAMES);

/**
 * Reads a webhook's body; `verifyWebhook` first. Unknown events and unknown members are kept; `raw` is the whole body.
 * Throws VippsWebhookError for a body that is not a JSON object, or is a known event without what it must have.
 */
export function parseWebhook(rawBody: string | Uint8Array): WebhookEvent {
  const raw = parseJson(decode(rawBody));
  const { name, reference, pspReference, timestamp, success } = raw;
  const msn = typeof raw.msn === 'string' || typeof raw.msn === 'number' ? String(raw.msn) : null;
  if (typeof name !== 'string' || !isPaymentEventName(name)) {
    const other = typeof raw.eventType === 'string' ? raw.eventType : null;
    return {
      event: 'unknown',
      eventName: typeof name === 'string' ? name : other,
      reference: isReference(reference) ? reference : null,
      dedupeKey: createHash('sha256').update(rawBody).digest('hex'),
      msn,
      raw,
    };
  }
  if (!isReference(reference)) throw new VippsWebhookError(`The webhook ${name} has no reference`);
  if (typeof pspReference !== 'string' || typeof timestamp !== 'string' || typeof success !== 'boolean') {
    throw new VippsWebhookError(`The webhook ${name} lacks pspReference, timestamp or success`);
  }
  const idempotencyKey = typeof raw.idempotencyKey === 'string' ? raw.idempotencyKey : null;
  const parts = [msn, reference, name, pspReference, idempotencyKey, timestamp, success];
  return {
    event: name,
    reference,
    pspReference,
    amount: readAmount(raw.amount, name),
    timestamp,
    idempotencyKey,
    success,
    dedupeKey: createHash('sha256').update(JSON.stringify(parts)).digest('hex'),
    msn,
    raw,
  };
}

function isPaymentEventName(name: string): name is PaymentEventName {
  return KNOWN_NAMES.has(name);
}

function isReference(value: unknown): value is string {
  return typeof value === 'string' && /^[a-zA-Z0-9-]{8,64}$/.test(value);
}

function readAmount(value: unknown, name: string) {
  try {
    return needAmount(value, 'amount');
  } catch (error) {
    if (!(error instanceof ReplyShapeError)) throw error;
    throw new VippsWebhookError(`The webhook ${name}: ${error.message}`);
  }
}

function decode(rawBody: string | Uint8Array): string {
  if (rawBody.length > MAX_WEBHOOK_BYTES) throw new VippsWebhookError('The webhook is too large');
  if (typeof rawBody === 'string') return rawBody;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
  } catch {
    throw new VippsWebhookError('The webhook is not UTF-8');
  }
}

function parseJson(text: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // No cause: the parser's message quotes the body.
    throw new VippsWebhookError('The webhook is not JSON');
  }
  if (!isRecord(json)) throw new VippsWebhookError('The webhook is not a JSON object');
  return json;
}
