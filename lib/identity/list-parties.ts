import { log } from '@/lib/core/log.ts';
import type { Party } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
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
  const known = await readChoices(deps.db, personId);
  if (known && deps.clock.now().getTime() - known.checkedAt.getTime() < rolesFreshSeconds * 1000)
    return known.choices;
  try {
    await refreshRoles(deps, personId);
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    log.warn({ err: error }, 'organisations could not be listed');
    const own = await deps.db.party.findUniqueOrThrow({ where: { personId } });
    return { self: { id: own.id, kind: 'person', name: own.name }, organisations: [], complete: false };
  }
  const asked = await readChoices(deps.db, personId);
  if (!asked) throw new Error('The register was asked about a person who is no party');
  return asked.choices;
}

interface RoleRow {
  partyId: string;
  name: string;
  orgNumber: string | null;
  roles: string[];
  checkedAt: Date;
}

/** What the register said last, in one round trip: every page's header shows it. Undefined when it was never asked. */
async function readChoices(
  reader: Reader,
  personId: string,
): Promise<{ choices: PartyChoices; checkedAt: Date } | undefined> {
  const rows = await reader.$queryRaw<RoleRow[]>`
    select p.id as "partyId", p.name, p.org_number as "orgNumber", r.roles, r.checked_at as "checkedAt"
      from party_role r
      join party p on p.id = r.party_id
     where r.person_id = ${personId}::uuid`;
  const own = rows.find(({ roles }) => roles.includes(selfRole));
  if (!own) return undefined;
  const organisations = rows
    .filter(({ roles }) => mayAct(roles))
    .map(({ partyId, name, orgNumber, roles }) => ({
      party: { id: partyId, kind: 'organisation' as const, name, orgNumber: orgNumber ?? undefined },
      roles,
    }));
  organisations.sort((a, b) => a.party.name.localeCompare(b.party.name, 'nb'));
  const self: Party = { id: own.partyId, kind: 'person', name: own.name };
  return { choices: { self, organisations, complete: true }, checkedAt: own.checkedAt };
}
