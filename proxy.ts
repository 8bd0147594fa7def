import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/app/_server/content-security-policy.ts';
import { env, isDevServer } from '@/lib/core/env.ts';
import { paymentPageOrigins } from '@/lib/payments/open-agreement.ts';

/**
 * Puts security headers on every page, with a nonce of its own for each request, and tells the page its own path.
 * It authorises nothing: every page and route does that itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const config = env();
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy({
    nonce,
    idportenIssuer: config.IDPORTEN_ISSUER,
    paymentOrigins: paymentPageOrigins(config.PROVIDER_BASE_URLS),
    development: isDevServer(),
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce from the policy on the request and puts it on its own scripts.
  headers.set('content-security-policy', policy);
  headers.set('x-kvitt-nonce', nonce);
  headers.set('x-kvitt-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  if (config.PORTAL_URL.startsWith('https:')) {
    response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  }
  return response;
}

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

export const config = {
  // Not for files, machines, ID-porten's logout frame (which has a policy of its own), and posts that may carry a large body: what passes here is held in memory and cut at 10 MiB.
  matcher: ['/((?!_next/|api/|styles/|fonts/|frontchannel-logout|[^/]+\\.(?:svg|ico|txt|webmanifest)$|submissions/[^/]+/[^/]+/save|submissions/[^/]+/files).*)'],
};
