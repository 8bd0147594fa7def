import { createHash, timingSafeEqual } from 'node:crypto';

/** The two keys of a merchant, as DIBS Administration shows them. */
export interface Md5Keys {
  key1: string;
  key2: string;
}

/** `md5(key2 + md5(key1 + message))` in lower-case hex, both over UTF-8. Source: the provider's documentation. */
export function createMd5(message: string, { key1, key2 }: Md5Keys): string {
  return md5(key2 + md5(key1 + message));
}

/** Whether `given` is the one of this message under one of the pairs. Takes the same time for any wrong one. */
export function isMd5(given: string, message: string, pairs: readonly Md5Keys[]): boolean {
  if (!/^[0-9a-f]{32}$/i.test(given)) return false;
  const bytes = Buffer.from(given, 'hex');
  let found = false;
  for (const keys of pairs) {
    // No early exit: which pair it was is nobody's business.
    found = timingSafeEqual(bytes, Buffer.from(createMd5(message, keys), 'hex')) || found;
  }
  return found;
}

/** The form's `md5key` is made over this. */
export function formMessage(of: { merchant: string; orderId: string; currency: string; amount: number }) {
  return `merchant=${of.merchant}&orderid=${of.orderId}&currency=${of.currency}&amount=${of.amount}`;
}

/** The `authkey` of a return or callback is made over this: neither the order's number nor the status is in it. */
export function authMessage(of: { transact: string; amount: number; currency: string }) {
  return `transact=${of.transact}&amount=${of.amount}&currency=${of.currency}`;
}

/** The `md5key` of capture and refund; of cancel without the amount. */
export function callMessage(of: { merchant: string; orderId: string; transact: string; amount?: number }) {
  const amount = of.amount === undefined ? '' : `&amount=${of.amount}`;
  return `merchant=${of.merchant}&orderid=${of.orderId}&transact=${of.transact}${amount}`;
}

/** A key as the provider shows it (32 characters); a shorter one was cut off on its way here. */
export function isMd5Key(key: string): boolean {
  return /^[^\p{Cc}\p{Cs}]{16,128}$/u.test(key);
}

function md5(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex');
}
