import type { Actor } from '@/lib/core/party.ts';
import { mayAct } from './acting-roles.ts';
import type { IdentityDeps } from './deps.ts';
import { refreshRoles } from './refresh-roles.ts';
import { RegisterUnavailable } from './register.ts';

export type Choice = { chosen: true } | { chosen: false; problem: 'no_role' | 'unavailable' };

/**
 * Lets the session act for a party from now on. The person themselves can always be chosen (`partyId` undefined, or
 * their own); an organisation only when the register, asked now, says that they have a role that may act.
 * @param self the signed-in person (`Identity.self`).
 */
export async function chooseParty(
  deps: IdentityDeps,
  self: Actor,
  partyId: string | undefined,
): Promise<Choice> {
  const organisationId = partyId === self.acting.id ? undefined : partyId;
  if (organisationId) {
    const problem = await whyNot(deps, self.personId, organisationId);
    if (problem) return { chosen: false, problem };
  }
  await deps.db.session.updateMany({
    where: { id: self.sessionId, personId: self.personId },
    data: { actingPartyId: organisationId ?? null },
  });
  return { chosen: true };
}

async function whyNot(
  deps: IdentityDeps,
  personId: string,
  partyId: string,
): Promise<'no_role' | 'unavailable' | undefined> {
  try {
    const held = await refreshRoles(deps, personId);
    return mayAct(held.find((role) => role.partyId === partyId)?.roles ?? []) ? undefined : 'no_role';
  } catch (error) {
    if (error instanceof RegisterUnavailable) return 'unavailable';
    throw error;
  }
}
