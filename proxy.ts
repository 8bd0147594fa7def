import { type NextRequest, NextResponse } from 'next/server';
import { newNonce, securityHeaders } from '@/app/_server/security-headers.ts';

/**
 * Puts security headers on every page, with a nonce of its own for each request, and tells the page its own path.
 * It authorises nothing: every page and route does that itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = newNonce();
  const security = securityHeaders(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from the policy on the request and puts it on its own scripts.
  headers.set('content-security-policy', security['content-security-policy'] ?? '');
  headers.set('x-kvitt-nonce', nonce);
  headers.set('x-kvitt-path', pathToComeBackTo(request));
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  return response;
}

/** A page that answers a post can't be asked for again at that address. */
function pathToComeBackTo({ method, nextUrl }: NextRequest): string {
  return method === 'GET' || method === 'HEAD' ? nextUrl.pathname + nextUrl.search : '/';
}

export const config = {
  // Not for files, machines, what has a policy of its own (ID-porten's logout frame, downloads), and posts that may carry a large body: what passes here is held in memory and cut at 10 MiB.
  matcher: [
    '/((?!_next/|api/|styles/|fonts/|frontchannel-logout|[^/]+\\.(?:svg|ico|txt|webmanifest)$|submissions/[^/]+/[^/]+/save|submissions/[^/]+/files|inbox/attachments/|receipts/[^/]+/pdf|archive/[^/]+/files/).*)',
  ],
};
