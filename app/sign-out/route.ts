import { cookies } from 'next/headers';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { redirectTo } from '@/app/_server/see-other.ts';
import { signInDeps } from '@/app/_server/sign-in-deps.ts';
import { log } from '@/lib/core/log.ts';
import { clearSignInCookies, sessionCookieName } from '@/lib/identity/session-cookie.ts';
import { endSession } from '@/lib/identity/sessions.ts';
import { signOutUrl } from '@/lib/identity/sign-out-url.ts';

/** Ends the session here, then at ID-porten. */
export async function POST(request: Request): Promise<Response> {
  const refusal = await refuseForeignPost(request);
  if (refusal) return refusal;
  const deps = signInDeps();
  const token = (await cookies()).get(sessionCookieName(deps.portalUrl))?.value;
  try {
    if (token) await endSession(deps.db, token);
  } catch (error) {
    // The browser forgets the token in any case, and the session ends by itself.
    log.error({ err: error }, 'a session could not be ended');
  }
  return redirectTo(await signOutUrl(deps), clearSignInCookies(deps.portalUrl));
}
