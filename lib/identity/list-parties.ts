import { log } from '@/lib/core/log.ts';
import type { Party } from '@/lib/core/party.ts';
import { mayAct } from './acting-roles.ts';
import type { IdentityDeps } from './deps.ts';
import { refreshRoles, selfRole } from './refresh-roles.ts';
import { RegisterUnavailable } from './register.ts';
import { rolesFreshSeconds } from './session-lifetime.ts';

export interface PartyChoices {
  self: Party;
  /** By name. */
  organisations: { party: Party; roles: string[] }[];
  /** False when the register gave no answer: then there may be more organisations, and none can be chosen now. */
  complete: boolean;
}

/** The parties that a person may act for: themselves, and organisations by the register's answer (at most five minutes old). */
export async function listParties(deps: IdentityDeps, personId: string): Promise<PartyChoices> {
  const own = await deps.db.party.findUniqueOrThrow({ where: { personId } });
  const self: Party = { id: own.id, kind: 'person', name: own.name };
  const rows = await freshRoles(deps, personId);
  if (!rows) return { self, organisations: [], complete: false };

  const roles = new Map(rows.filter((row) => mayAct(row.roles)).map((row) => [row.partyId, row.roles]));
  const parties = await deps.db.party.findMany({ where: { id: { in: [...roles.keys()] } } });
  const organisations = parties.map(({ id, name, orgNumber }) => ({
    party: { id, kind: 'organisation' as const, name, orgNumber: orgNumber ?? undefined },
    roles: roles.get(id) ?? [],
  }));
  organisations.sort((a, b) => a.party.name.localeCompare(b.party.name, 'nb'));
  return { self, organisations, complete: true };
}

async function freshRoles(deps: IdentityDeps, personId: string) {
  const known = await deps.db.partyRole.findMany({ where: { personId } });
  const checkedAt = known.find(({ roles }) => roles.includes(selfRole))?.checkedAt;
  if (checkedAt && deps.clock.now().getTime() - checkedAt.getTime() < rolesFreshSeconds * 1000) return known;
  try {
    return await refreshRoles(deps, personId);
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    log.warn({ err: error }, 'organisations could not be listed');
    return undefined;
  }
}
