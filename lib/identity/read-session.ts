import { authOptions } from './auth-options.ts';
import { callNextAuth } from './call-next-auth.ts';
import type { SignInDeps } from './deps.ts';
import { defaultLevel } from './levels.ts';
import { sessionCookieName } from './session-cookie.ts';

/** What `/api/auth/session` says: `{ personId, expires }`, or `{}` when nobody is signed in. */
export async function readSession(deps: SignInDeps, cookies: Record<string, string>): Promise<unknown> {
  const name = sessionCookieName(deps.portalUrl);
  const token = cookies[name];
  if (!token) return {};
  const options = authOptions(deps, {}, { level: defaultLevel, language: 'nb' });
  const answer = await callNextAuth(options, {
    method: 'GET',
    path: ['session'],
    cookies: { [name]: token },
  });
  return answer.body ?? {};
}
