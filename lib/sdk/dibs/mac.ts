import { createHmac, timingSafeEqual } from 'node:crypto';

/** Names and values as they travel, before any form encoding. */
export type Fields = Iterable<readonly [name: string, value: string]>;

/**
 * The MAC of the Payment Window and of the JSON API: HMAC-SHA256 in lower-case hex over every field but the MAC itself,
 * with the key that the provider shows as hex. Source: the provider's documentation, with its example as a test.
 */
export function createMac(fields: Fields, keyHex: string): string {
  return hmac(macMessage(fields), keyHex).toString('hex');
}

/** Whether `mac` is the one of these fields under one of the keys. Takes the same time for any wrong MAC. */
export function isMac(mac: string, fields: Fields, keysHex: readonly string[]): boolean {
  if (!/^[0-9a-f]{64}$/i.test(mac)) return false;
  const given = Buffer.from(mac, 'hex');
  const message = macMessage(fields);
  let found = false;
  for (const keyHex of keysHex) {
    // No early exit: which key it was is nobody's business.
    found = timingSafeEqual(given, hmac(message, keyHex)) || found;
  }
  return found;
}

/** The signed text: `name=value` sorted by name in byte order (upper case first), joined with `&`, nothing encoded. */
export function macMessage(fields: Fields): string {
  return [...fields]
    .filter(([name]) => name.toLowerCase() !== 'mac')
    .map(([name, value]) => ({ name: Buffer.from(name), text: `${name}=${value}` }))
    .sort((a, b) => Buffer.compare(a.name, b.name))
    .map(({ text }) => text)
    .join('&');
}

/** A key as the provider shows it; a shorter one is a key that was cut off on its way here. */
export function isMacKey(keyHex: string): boolean {
  return /^(?:[0-9a-f]{2}){16,256}$/i.test(keyHex);
}

function hmac(message: string, keyHex: string): Buffer {
  return createHmac('sha256', Buffer.from(keyHex, 'hex')).update(message, 'utf8').digest();
}
