import { signInDeps } from '@/app/_server/sign-in-deps.ts';
import { idportenOrigins } from '@/lib/identity/discovery.ts';
import { endSessionsBySid } from '@/lib/identity/sessions.ts';

/**
 * ID-porten tells, in an iframe on its own page, that a session there has ended (`?iss&sid`, OpenID Connect Front-Channel
 * Logout 1.0). The frame brings no cookies, so the session is found by `sid`. Unknown ones answer alike.
 */
export async function GET(request: Request): Promise<Response> {
  const deps = signInDeps();
  const query = new URL(request.url).searchParams;
  const sid = query.get('sid');
  if (sid && /^[\x21-\x7e]{1,500}$/.test(sid) && query.get('iss') === deps.idporten.issuer)
    await endSessionsBySid(deps.db, sid);
  return new Response('<!doctype html><title>OK</title>', {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; frame-ancestors ${(await idportenOrigins(deps)).join(' ')}`,
    },
  });
}
