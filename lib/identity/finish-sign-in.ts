import type { SignInCapture } from './auth-adapter.ts';
import { authOptions, providerId } from './auth-options.ts';
import { callNextAuth } from './call-next-auth.ts';
import type { SignInDeps } from './deps.ts';
import { signInLevel } from './levels.ts';
import { clearSignInCookies, levelCookieName, sessionCookieName } from './session-cookie.ts';
import { endSession } from './sessions.ts';

export type SignInProblem = 'cancelled' | 'level' | 'failed' | 'unavailable';

/** Where to send the browser on our own site, and the cookies to set. */
export interface SignInEnd {
  /** Absent when the person is signed in. */
  problem?: SignInProblem;
  /** Path that the person was on their way to, as next-auth kept it; check it before use. */
  next: string;
  cookies: string[];
}

/**
 * Takes ID-porten's answer to a sign-in. A new session is always made, with its own token, and one that this browser
 * had is ended: signing in rotates the session (next-auth alone would keep it and its level).
 */
export async function finishSignIn(
  deps: SignInDeps,
  query: Record<string, string>,
  cookies: Record<string, string>,
): Promise<SignInEnd> {
  const sessionCookie = sessionCookieName(deps.portalUrl);
  const { [sessionCookie]: oldToken, ...otherCookies } = cookies;
  const next = pathOf(otherCookies[sessionCookie.replace('session-token', 'callback-url')], deps.portalUrl);
  const refused = (problem: SignInProblem): SignInEnd => ({
    problem,
    next,
    cookies: clearSignInCookies(deps.portalUrl).filter((line) => !line.startsWith(`${sessionCookie}=`)),
  });
  if (query.error) return refused(query.error === 'access_denied' ? 'cancelled' : 'failed');

  const capture: SignInCapture = {};
  const level = signInLevel(otherCookies[levelCookieName]);
  const answer = await callNextAuth(authOptions(deps, capture, { level, language: 'nb' }), {
    method: 'GET',
    path: ['callback', providerId],
    query,
    cookies: otherCookies,
  });
  const made = answer.cookies.find((line) => line.startsWith(`${sessionCookie}=`));
  if (capture.problem) return refused(capture.problem);
  if (!made) return refused('failed');

  if (oldToken) await endSession(deps.db, oldToken);
  const cleared = clearSignInCookies(deps.portalUrl).filter((line) => !line.startsWith(`${sessionCookie}=`));
  return { next, cookies: [...cleared, forThisBrowserSession(made)] };
}

/** The database decides when a session ends, so the cookie needs no end of its own; it goes when the browser closes. */
export function forThisBrowserSession(line: string): string {
  return line.replace(/; (Expires|Max-Age)=[^;]*/gi, '');
}

function pathOf(callbackUrl: string | undefined, portalUrl: string): string {
  if (!callbackUrl || !URL.canParse(callbackUrl)) return '/';
  const url = new URL(callbackUrl);
  return url.origin === portalUrl ? `${url.pathname}${url.search}${url.hash}` : '/';
}
