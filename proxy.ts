import { type NextRequest, NextResponse } from 'next/server';
import { isActionBody } from '@/app/_server/action-body.ts';
import { newNonce, securityHeaders } from '@/app/_server/security-headers.ts';

/**
 * Puts security headers on every page, with a nonce of its own for each request, and tells the page its own path.
 * It authorises nothing: every page and route does that itself.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const refusal = await refuse(request);
  if (refusal) return refusal;
  if (hasOwnPolicy.test(request.nextUrl.pathname)) return NextResponse.next();
  const nonce = newNonce();
  const security = await securityHeaders(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from the policy on the request and puts it on its own scripts.
  headers.set('content-security-policy', security['content-security-policy'] ?? '');
  headers.set('x-kvitt-nonce', nonce);
  headers.set('x-kvitt-path', pathToComeBackTo(request));
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  return response;
}

/** What Next itself would answer with a bare 500, before any code of ours runs. */
async function refuse(request: NextRequest): Promise<NextResponse | undefined> {
  const { method, headers, nextUrl } = request;
  if (!isReadable(nextUrl.pathname)) return plain(400, 'The address cannot be read.');
  // A page takes no multipart: forms with files go to addresses that do not pass here, and actions send JSON.
  const toPage = method === 'POST' && !nextUrl.pathname.startsWith('/payments/return/');
  if (toPage && /^\s*multipart\//i.test(headers.get('content-type') ?? ''))
    return plain(415, 'This address takes no such form.');
  if (toPage && headers.has('next-action') && !(await isActionBody(request)))
    return plain(400, 'The body cannot be read.');
  return undefined;
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

async function plain(status: number, text: string): Promise<NextResponse> {
  return new NextResponse(text, {
    status,
    headers: {
      ...(await securityHeaders(newNonce())),
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    },
  });
}

/** A page that answers a post can't be asked for again at that address. */
function pathToComeBackTo({ method, nextUrl }: NextRequest): string {
  return method === 'GET' || method === 'HEAD' ? nextUrl.pathname + nextUrl.search : '/';
}

/** The same that the second matcher leaves out: the first one lets it in when there is an escape in the address. */
const hasOwnPolicy =
  /^\/(?:_next\/|api\/|styles\/|fonts\/|frontchannel-logout|[^/]+\.(?:svg|ico|txt|webmanifest)$|submissions\/[^/]+\/[^/]+\/save|submissions\/[^/]+\/files|inbox\/attachments\/|receipts\/[^/]+\/pdf|archive\/[^/]+\/files\/|admin\/reconciliation\/agreements\/[^/]+\/reports)/;

export const config = {
  // Not for files, machines, what has a policy of its own (ID-porten's logout frame, downloads), and posts that may carry a large body: what passes here is held in memory and cut at 10 MiB.
  // A broken escape (`%FF`) is looked at wherever it stands.
  matcher: [
    '/(.*%.*)',
    '/((?!_next/|api/|styles/|fonts/|frontchannel-logout|[^/]+\\.(?:svg|ico|txt|webmanifest)$|submissions/[^/]+/[^/]+/save|submissions/[^/]+/files|inbox/attachments/|receipts/[^/]+/pdf|archive/[^/]+/files/|admin/reconciliation/agreements/[^/]+/reports).*)',
  ],
};
