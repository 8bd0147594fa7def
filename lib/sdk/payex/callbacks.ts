import { PayexCallbackError } from './errors.ts';
import { isRecord, isResourcePath } from './json-shape.ts';

const MAX_CALLBACK_BYTES = 100_000;
const MAX_TOKEN_LENGTH = 1_024;

/** What a callback says of itself: something has happened, look it up. */
export interface Callback {
  /** What to `retrieve`. Null in the older callbacks that name only a payment: nothing can be looked up by those. */
  paymentOrderId: string | null;
  /** v3.1: your own order number. */
  orderReference: string | null;
  /** v3.1: a number of the payment order; v3.0: of the transaction. Not documented as unique per message. */
  number: number | null;
  version: '3.1' | '3.0' | 'older';
  /** The whole body, unchanged. */
  raw: Readonly<Record<string, unknown>>;
}

/**
 * Reads a callback. It is not signed and has no id of its own: whoever knows the address can send it, and two of them
 * may look alike although two things have happened. Act on `retrieve` alone. An id that is not a path (a whole address,
 * say) is refused. Throws PayexCallbackError.
 */
export function parseCallback(rawBody: string | Uint8Array): Callback {
  const raw = parseJson(decode(rawBody));
  const order = member(raw, 'paymentOrder');
  const transaction = member(raw, 'transaction');
  const payment = member(raw, 'payment');
  if (order === undefined && payment === undefined) {
    throw new PayexCallbackError('The callback names no payment order');
  }
  const number = order?.number ?? transaction?.number ?? payment?.number;
  return {
    paymentOrderId: order === undefined ? null : pathOf(order.id),
    orderReference: typeof raw.orderReference === 'string' ? raw.orderReference : null,
    number: typeof number === 'number' && Number.isSafeInteger(number) ? number : null,
    version: order === undefined ? 'older' : payment === undefined ? '3.1' : '3.0',
    raw,
  };
}

/**
 * Whether a callback came to the address that was given out for the payment: the token of its URL against the one
 * that was put there. Takes the same time for any wrong value of a given length. Several tokens may be expected.
 */
export function verifyCallbackToken(
  given: string | null | undefined,
  expected: string | readonly string[],
): boolean {
  if (typeof given !== 'string' || given === '' || given.length > MAX_TOKEN_LENGTH) return false;
  let found = false;
  for (const candidate of typeof expected === 'string' ? [expected] : expected) {
    // No early exit, and an empty token matches nothing.
    found = (equalInConstantTime(given, candidate) && candidate !== '') || found;
  }
  return found;
}

/** Where the provider says that callbacks come from: since March 2025, and before. A second line of defence only. */
export const PAYEX_CALLBACK_ADDRESSES: readonly string[] = [
  ...Array.from({ length: 8 }, (_, index) => `20.91.170.${120 + index}`),
  '51.107.183.58',
  '91.132.170.1',
];

/** Whether an IPv4 address (also as `::ffff:…`) is one of PAYEX_CALLBACK_ADDRESSES. */
export function isCallbackAddress(address: string): boolean {
  return PAYEX_CALLBACK_ADDRESSES.includes(address.replace(/^::ffff:/i, ''));
}

function decode(rawBody: string | Uint8Array): string {
  if (rawBody.length > MAX_CALLBACK_BYTES) throw new PayexCallbackError('The callback is too large');
  if (typeof rawBody === 'string') return rawBody;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
  } catch {
    throw new PayexCallbackError('The callback is not UTF-8');
  }
}

function parseJson(text: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new PayexCallbackError('The callback is not JSON');
  }
  if (!isRecord(json)) throw new PayexCallbackError('The callback is not a JSON object');
  return json;
}

/** `paymentOrder` and `paymentorder` are both written by the provider. */
function member(raw: Record<string, unknown>, name: string): Record<string, unknown> | undefined {
  const key = Object.keys(raw).find((one) => one.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? undefined : raw[key];
  return isRecord(value) ? value : undefined;
}

function pathOf(id: unknown): string {
  if (typeof id !== 'string' || !isResourcePath(id)) {
    throw new PayexCallbackError('The payment order of the callback is not a path');
  }
  return id;
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
