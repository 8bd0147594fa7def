import { createHash, createHmac } from 'node:crypto';

export interface SignatureInput {
  /** As registered. The signature covers host (with a port that is not the scheme's own), path and query. */
  url: string | URL;
  /** The bytes as they came, before any parsing. */
  rawBody: string | Uint8Array;
  /** The text of `x-ms-date`. */
  date: string;
  /** As shown at registration: its UTF-8 bytes are the key, it is not base64-decoded. */
  secret: string;
}

/** `x-ms-content-sha256`: base64 of the SHA-256 of the raw body. */
export function contentHash(rawBody: string | Uint8Array): string {
  return createHash('sha256').update(rawBody).digest('base64');
}

/** The base64 HMAC-SHA256 of a webhook. Source: the provider's webhook guide, «request authentication». */
export function webhookSignature({ url, rawBody, date, secret }: SignatureInput): string {
  const { pathname, search, host } = new URL(url);
  const stringToSign = `POST\n${pathname}${search}\n${date};${host};${contentHash(rawBody)}`;
  return createHmac('sha256', secret).update(stringToSign).digest('base64');
}

/** Before the signature itself in the `Authorization` header. */
export const AUTHORIZATION_PREFIX = 'HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=';
