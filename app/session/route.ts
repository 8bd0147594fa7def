import { cookies } from 'next/headers';
import { isOwnPost } from '@/app/_server/own-post.ts';
import { findIdentity } from '@/lib/identity/find-actor.ts';
import { sessionCookieName } from '@/lib/identity/session-cookie.ts';
import { sessionSecondsLeft } from '@/lib/identity/sessions.ts';
import { app } from '@/lib/workflow/app.ts';

/** How long the visitor's session lasts, for the page that warns of its end. Asking does not make it last longer. */
export async function GET(): Promise<Response> {
  return answer(await ownToken());
}

/** «Fortsett»: makes it last longer, as far as a session may. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPost(request, app().portalUrl)) return Response.json({ secondsLeft: 0 }, { status: 403 });
  const token = await ownToken();
  if (token) await findIdentity(app(), token);
  return answer(token);
}

async function ownToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName(app().portalUrl))?.value;
}

async function answer(token: string | undefined): Promise<Response> {
  const secondsLeft = token ? await sessionSecondsLeft(app().db, token, app().clock.now()) : 0;
  return Response.json({ secondsLeft }, { headers: { 'cache-control': 'no-store' } });
}
