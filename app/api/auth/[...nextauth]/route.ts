import { cookies } from 'next/headers';
import { answerError } from '@/app/_server/answer-error.tsx';
import { nextPath } from '@/app/_server/next-path.ts';
import { seeOther } from '@/app/_server/see-other.ts';
import { signInDeps } from '@/app/_server/sign-in-deps.ts';
import { log } from '@/lib/core/log.ts';
import { finishSignIn } from '@/lib/identity/finish-sign-in.ts';
import { readSession } from '@/lib/identity/read-session.ts';
import { levelCookieName } from '@/lib/identity/session-cookie.ts';

/**
 * The two addresses of next-auth that are used from outside: ID-porten's answer, and who is signed in. Signing in and out
 * have doors of their own (`/sign-in/start`, `/sign-out`), which need no JavaScript.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const path = (await params).nextauth.join('/');
  const given = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  switch (path) {
    case 'callback/idporten':
      return answerError(() => finish(request, given));
    case 'session':
      return session(given);
    default:
      return Response.json({ error: 'not_found' }, { status: 404 });
  }
}

async function session(given: Record<string, string>): Promise<Response> {
  const headers = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };
  try {
    return Response.json(await readSession(signInDeps(), given), { headers });
  } catch (error) {
    log.error({ err: error }, 'a session could not be read');
    return Response.json({ error: 'unavailable' }, { status: 503, headers });
  }
}

async function finish(request: Request, given: Record<string, string>): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const end = await finishSignIn(signInDeps(), query, given);
  const next = nextPath(end.next);
  if (!end.problem) return seeOther(next, end.cookies);
  return seeOther(
    `/sign-in?${new URLSearchParams({ error: end.problem, next, level: given[levelCookieName] ?? '' })}`,
    end.cookies,
  );
}
