import { createHmac } from 'node:crypto';

/**
 * `hex(HMAC-SHA256(hexDecode(K), "name=value&…"))` over all fields but MAC, names in byte order, values as they are.
 * One algorithm for the form, the messages and the JSON API.
 */
export function macOf(fields: readonly (readonly [string, string])[], macKey: string): string {
  const text = fields
    .filter(([name]) => name.toUpperCase() !== 'MAC')
    .toSorted(([a], [b]) => Buffer.from(a).compare(Buffer.from(b)))
    .map(([name, value]) => `${name}=${value}`);
  return createHmac('sha256', Buffer.from(macKey, 'hex')).update(text.join('&')).digest('hex');
}
