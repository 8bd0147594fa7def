import type { KoaContextWithOIDC } from 'oidc-provider';
import { html, page } from '../html.ts';

/** Name of the cookie that holds the single sign-on session. */
export const sessionCookie = 'idporten_session';

/**
 * Ends the session and answers with a page that loads every client's `frontchannel_logout_uri?iss&sid` in an
 * iframe, then goes on to `post_logout_redirect_uri`. ID-porten asks for no confirmation, so neither do we.
 * (OpenID Connect Front-Channel Logout 1.0; the library has none.)
 */
export async function renderLogout(ctx: KoaContextWithOIDC): Promise<void> {
  const { session, provider } = ctx.oidc;
  if (!session) return;
  const notices: string[] = [];
  for (const clientId of Object.keys(session.authorizations ?? {})) {
    const client = await provider.Client.find(clientId);
    const uri = client?.frontchannel_logout_uri;
    if (typeof uri !== 'string') continue;
    const notice = new URL(uri);
    notice.searchParams.set('iss', provider.issuer);
    notice.searchParams.set('sid', session.sidFor(clientId));
    notices.push(notice.href);
  }
  await session.destroy();
  ctx.oidc.cookies.set(sessionCookie, null, { signed: true, httpOnly: true, path: '/idporten' });

  const target = destination(ctx);
  ctx.type = 'html';
  ctx.body = page(
    'Du logges ut',
    html`
    <p>Du logges ut av tjenestene du har brukt.</p>
    ${notices.map((notice) => html`<iframe class="hidden" title="Utlogging" src="${notice}"></iframe>`)}
    <p><a href="${target}">Fortsett</a></p>`,
    {
      party: 'ID-porten',
      head: html`<meta http-equiv="refresh" content="1;url=${target}">`,
    },
  );
}

/** Shown after logout when no registered address to go on to was given. */
export function renderSignedOut(ctx: KoaContextWithOIDC): void {
  ctx.type = 'html';
  ctx.body = page('Du er logget ut', html`<p>Du er logget ut av ID-porten.</p>`, { party: 'ID-porten' });
}

/** Middleware: logout without a session goes straight on, where the library would post a form by script. */
export async function skipConfirmation(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  if (ctx.oidc?.route === 'end_session' && ctx.status === 200 && !ctx.oidc.session?.accountId) {
    ctx.status = 303;
    ctx.redirect(destination(ctx));
  }
}

function destination(ctx: KoaContextWithOIDC): string {
  const { post_logout_redirect_uri: uri, state } = ctx.oidc.params ?? {};
  // The library has cleared the address already if it was not registered for the client.
  if (typeof uri !== 'string') return `${ctx.oidc.provider.issuer}/logout/success`;
  const target = new URL(uri);
  if (typeof state === 'string') target.searchParams.set('state', state);
  return target.href;
}
