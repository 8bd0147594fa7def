import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Actor } from '@/lib/core/party.ts';
import { findIdentity, type Identity } from '@/lib/identity/find-actor.ts';
import { sessionCookieName } from '@/lib/identity/session-cookie.ts';
import { app } from '@/lib/workflow/app.ts';
import { perRequest } from './per-request.ts';
import { seeOther } from './see-other.ts';

/** Who sends this request, asked once per request; undefined when nobody is signed in. */
export const currentIdentity = perRequest(async (): Promise<Identity | undefined> => {
  const token = (await cookies()).get(sessionCookieName(app().portalUrl))?.value;
  return token ? findIdentity(app(), token) : undefined;
});

/** Who acts, and for whom; undefined when nobody is signed in or a role in an organisation cannot be confirmed now. */
export async function currentActor(): Promise<Actor | undefined> {
  return (await currentIdentity())?.actor;
}

/**
 * For pages that need a signed-in person: sends the others to sign in and back.
 * @param next path of the page.
 */
export async function requireActor(next: string): Promise<Actor> {
  const identity = await currentIdentity();
  return identity?.actor ?? redirect(whereTo(identity, next));
}

/** For route handlers: the actor, or the answer (303) that sends the person to sign in and then to `next`. */
export async function actorOrResponse(next: string): Promise<Actor | Response> {
  const identity = await currentIdentity();
  return identity?.actor ?? seeOther(whereTo(identity, next));
}

function whereTo(identity: Identity | undefined, next: string): string {
  const query = new URLSearchParams({ next });
  return identity ? `/acting/problem?${query}` : `/sign-in?${query}`;
}
