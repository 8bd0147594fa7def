import { authOptions, providerId } from './auth-options.ts';
import { callNextAuth } from './call-next-auth.ts';
import type { SignInDeps } from './deps.ts';
import type { Level } from './levels.ts';
import { cookieLine, levelCookieName } from './session-cookie.ts';

const secondsAtIdporten = 15 * 60;

export type SignInStart =
  /** Where to send the browser, with the cookies that the way back needs. */
  { started: true; url: string; cookies: string[] } | { started: false; problem: 'unavailable' };

/**
 * Begins a sign-in: next-auth's two calls (csrf, then signin) are made here, so that the browser needs one form post.
 * @param next path to come back to, already checked to be ours.
 */
export async function startSignIn(
  deps: SignInDeps,
  { next, level, language }: { next: string; level: Level; language: string },
): Promise<SignInStart> {
  const options = () => authOptions(deps, {}, { level, language });
  const csrf = await callNextAuth(options(), { method: 'GET', path: ['csrf'], cookies: {} });
  const csrfToken = tokenOf(csrf.body);
  const answer = await callNextAuth(options(), {
    method: 'POST',
    path: ['signin', providerId],
    cookies: Object.fromEntries(csrf.cookies.map(nameAndValue)),
    body: { csrfToken, callbackUrl: `${deps.portalUrl}${next}` },
  });
  // Anything on our own origin is one of next-auth's error pages: ID-porten could not be asked for its metadata.
  if (!answer.location || new URL(answer.location, deps.portalUrl).origin === deps.portalUrl)
    return { started: false, problem: 'unavailable' };
  if (!new URL(answer.location).searchParams.get('redirect_uri')?.startsWith(`${deps.portalUrl}/`)) {
    throw new Error(
      'next-auth would come back to another address than PORTAL_URL: NEXTAUTH_URL must be the same',
    );
  }
  return {
    started: true,
    url: answer.location,
    cookies: [...answer.cookies, cookieLine(levelCookieName, level, deps.portalUrl, secondsAtIdporten)],
  };
}

function tokenOf(body: unknown): string {
  const token = typeof body === 'object' && body !== null && 'csrfToken' in body ? body.csrfToken : undefined;
  if (typeof token !== 'string') throw new Error('next-auth gave no csrf token: is NEXTAUTH_URL set?');
  return token;
}

function nameAndValue(line: string): [string, string] {
  const [pair = ''] = line.split(';');
  const at = pair.indexOf('=');
  return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
}
