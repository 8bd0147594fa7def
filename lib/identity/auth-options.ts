import type { AuthOptions } from 'next-auth';
import { z } from 'zod';
import { log } from '@/lib/core/log.ts';
import { lookupHash } from '@/lib/core/secret-box.ts';
import { newAuthAdapter, type SignInCapture } from './auth-adapter.ts';
import type { SignInDeps } from './deps.ts';
import { idportenTimeoutMs } from './discovery.ts';
import { isAtLeast, type Level } from './levels.ts';
import { sessionIdleSeconds, sessionRenewSeconds } from './session-lifetime.ts';

export const providerId = 'idporten';

const claims = z.object({
  pid: z.string().regex(/^\d{11}$/),
  acr: z.string(),
  auth_time: z.number().int().optional(),
  iat: z.number().int(),
  sid: z.string().optional(),
  name: z.string().optional(),
});

/**
 * next-auth's options, made anew for each request: `capture` takes what this sign-in learnt from profile to session row.
 * @param wanted the level asked for, and the language of ID-porten's pages.
 */
export function authOptions(
  deps: SignInDeps,
  capture: SignInCapture,
  wanted: { level: Level; language: string },
): AuthOptions {
  return {
    secret: deps.authSecret,
    useSecureCookies: deps.portalUrl.startsWith('https://'),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/signed-out' },
    adapter: newAuthAdapter(deps, capture),
    session: {
      strategy: 'database',
      maxAge: sessionIdleSeconds,
      updateAge: sessionRenewSeconds,
      generateSessionToken: () => deps.ids.token(),
    },
    providers: [
      {
        id: providerId,
        name: 'ID-porten',
        type: 'oauth',
        wellKnown: `${deps.idporten.issuer}/.well-known/openid-configuration`,
        issuer: deps.idporten.issuer,
        clientId: deps.idporten.clientId,
        clientSecret: deps.idporten.clientSecret,
        client: { token_endpoint_auth_method: 'client_secret_basic', id_token_signed_response_alg: 'RS256' },
        httpOptions: { timeout: idportenTimeoutMs },
        checks: ['pkce', 'state', 'nonce'],
        idToken: true,
        authorization: {
          params: { scope: 'openid profile', acr_values: wanted.level, ui_locales: wanted.language },
        },
        profile(idToken: unknown) {
          const { pid, acr, auth_time, iat, sid, name } = claims.parse(idToken);
          capture.claims = { pid, acr, sid, name, authTime: new Date((auth_time ?? iat) * 1000) };
          return { id: lookupHash(deps.hmacKey, pid) };
        },
      },
    ],
    callbacks: {
      signIn() {
        // ID-porten may answer with a lower level than asked for; to check it is the client's duty.
        if (isAtLeast(capture.claims?.acr, wanted.level)) return true;
        capture.problem = 'level';
        return false;
      },
      redirect: ({ url, baseUrl }) => (url.startsWith('/') ? `${baseUrl}${url}` : sameOriginOr(url, baseUrl)),
      session({ session, user }) {
        // Nothing else may reach the browser: no name, fødselsnummer, e-mail or token.
        const payload = { personId: user.id, expires: session.expires };
        return payload;
      },
    },
    logger: {
      // next-auth's metadata may hold the whole profile: only code and message are kept.
      error: (code, metadata) => log.warn({ code, reason: messageOf(metadata) }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => {},
    },
  };
}

function sameOriginOr(url: string, baseUrl: string): string {
  return URL.canParse(url) && new URL(url).origin === baseUrl ? url : baseUrl;
}

function messageOf(metadata: unknown): string | undefined {
  if (metadata instanceof Error) return metadata.message;
  const error =
    typeof metadata === 'object' && metadata !== null && 'error' in metadata ? metadata.error : undefined;
  return error instanceof Error ? error.message : undefined;
}
