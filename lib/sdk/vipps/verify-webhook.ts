import { createHash, timingSafeEqual } from 'node:crypto';
import { AUTHORIZATION_PREFIX, contentHash, webhookSignature } from './signature.ts';

export interface VerifyWebhookInput {
  /**
   * The public URL that was registered, or at least what the provider called: behind a proxy never the internal host.
   * Taken from your own configuration it also proves that the message was meant for this address.
   */
  url: string | URL;
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes as they came, before any parsing. */
  rawBody: string | Uint8Array;
  /** The secret of the registration; several while one replaces another. */
  secret: string | readonly string[];
  /** Refuse what is dated further away than this from `now`. Default: any date (when retries are signed is not known). */
  maxAgeMs?: number;
  now?: () => Date;
}

export type WebhookVerdict =
  | 'valid'
  | 'header_missing'
  | 'header_malformed'
  | 'too_old'
  | 'body_changed'
  | 'wrong_signature';

/**
 * Whether a webhook was signed with one of the secrets, for this URL and exactly this body. Compared in constant time.
 * After a true, still ask the provider (`payments.retrieve`): the message may be old.
 */
export function verifyWebhook(input: VerifyWebhookInput): boolean {
  return judgeWebhook(input) === 'valid';
}

/** As `verifyWebhook`, with the reason, for a log. Never tell it to the sender. */
export function judgeWebhook({
  url,
  headers,
  rawBody,
  secret,
  maxAgeMs,
  now = () => new Date(),
}: VerifyWebhookInput): WebhookVerdict {
  const authorization = headerOf(headers, 'authorization');
  const date = headerOf(headers, 'x-ms-date');
  const hash = headerOf(headers, 'x-ms-content-sha256');
  if (!authorization || !date || !hash) return 'header_missing';
  if (!authorization.startsWith(AUTHORIZATION_PREFIX) || authorization.length > 500 || date.length > 100) {
    return 'header_malformed';
  }
  if (maxAgeMs !== undefined) {
    const age = Math.abs(now().getTime() - Date.parse(date));
    // A date that cannot be read is NaN, which is never within bounds.
    if (!(age <= maxAgeMs)) return 'too_old';
  }
  if (!equalInConstantTime(hash, contentHash(rawBody))) return 'body_changed';
  const signature = authorization.slice(AUTHORIZATION_PREFIX.length);
  let valid = false;
  for (const candidate of typeof secret === 'string' ? [secret] : secret) {
    // No early exit, and an empty secret signs nothing.
    const expected = webhookSignature({ url, rawBody, date, secret: candidate });
    valid = (equalInConstantTime(signature, expected) && candidate !== '') || valid;
  }
  return valid ? 'valid' : 'wrong_signature';
}

function headerOf(headers: VerifyWebhookInput['headers'], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() === name) return typeof value === 'string' ? value : undefined;
  }
  return undefined;
}

/** Both sides are hashed first, so that neither length nor content shows. */
function equalInConstantTime(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
