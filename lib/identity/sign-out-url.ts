import type { SignInDeps } from './deps.ts';
import { discover, IdportenUnavailable } from './discovery.ts';

/**
 * Where the browser goes after our own session has ended: ID-porten's logout, which also ends the person's session there
 * and tells the other services (RP-initiated logout; no id_token_hint, since no id_token is kept). Our own page when
 * ID-porten gives no answer: then `?partly=1` makes it say that ID-porten may still know the person.
 */
export async function signOutUrl(deps: SignInDeps): Promise<string> {
  const partly = `${deps.portalUrl}/signed-out?partly=1`;
  try {
    const { end_session_endpoint } = await discover(deps);
    if (!end_session_endpoint) return partly;
    const url = new URL(end_session_endpoint);
    url.searchParams.set('client_id', deps.idporten.clientId);
    url.searchParams.set('post_logout_redirect_uri', `${deps.portalUrl}/signed-out`);
    url.searchParams.set('state', deps.ids.token(16));
    return url.href;
  } catch (error) {
    if (!(error instanceof IdportenUnavailable)) throw error;
    return partly;
  }
}
