/**
 * Security headers of an answer that the proxy does not pass over, as large posts must not go through it: no scripts at
 * all, our own stylesheet, forms to ourselves.
 */
export function guarded(response: Response): Response {
  const headers = new Headers(response.headers);
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  return new Response(response.body, { status: response.status, headers });
}

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
