import { createHash, createHmac } from 'node:crypto';

/**
 * The headers of one webhook. `host` is what the Host header of the request will say. The key is the secret's text as it
 * is, not base64-decoded; the hash is of the raw body.
 */
export function signHeaders(url: string, rawBody: string, secret: string, at: Date): Record<string, string> {
  const { host, pathname, search } = new URL(url);
  const date = at.toUTCString();
  const contentHash = createHash('sha256').update(rawBody, 'utf8').digest('base64');
  const signed = ['POST', `${pathname}${search}`, [date, host, contentHash].join(';')].join('\n');
  const signature = createHmac('sha256', Buffer.from(secret, 'utf8')).update(signed, 'utf8').digest('base64');
  return {
    'x-ms-date': date,
    'x-ms-content-sha256': contentHash,
    authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
  };
}
