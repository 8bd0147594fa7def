import { KvittError } from '@/lib/core/errors.ts';
import { asLanguage, type Language } from '@/lib/core/language.ts';
import { log } from '@/lib/core/log.ts';
import type { Actor, Party } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Reader } from '@/lib/db/client.ts';
import { mayAct } from './acting-roles.ts';
import type { IdentityDeps } from './deps.ts';
import { refreshRoles } from './refresh-roles.ts';
import { RegisterUnavailable } from './register.ts';
import { rolesFreshSeconds } from './session-lifetime.ts';
import { renewSession } from './sessions.ts';

/**
 * Who sends this request. `actor` is missing while the person has chosen an organisation and the register, which must
 * confirm the role, gives no answer: then nothing is done for anybody until it answers or they choose themselves.
 */
export interface Identity {
  self: Actor;
  /** The person's own, for the portal and messages from it; absent when neither they nor the register has said. */
  language?: Language;
  actor?: Actor;
  /** The organisation that `actor` is missing for. */
  unverified?: Party;
  /** An organisation that the person had chosen and has no role in any longer: the page must say so. */
  lostRole?: Party;
}

/**
 * The signed-in person of a session token, acting for the party they chose; undefined when there is no live session.
 * A role in an organisation is checked on every call, against an answer of the register that is at most five minutes old.
 */
export async function findIdentity(deps: IdentityDeps, sessionToken: string): Promise<Identity | undefined> {
  const now = deps.clock.now();
  const row = await readSession(deps.db, sessionToken);
  if (!row || row.expiresAt <= now) return undefined;
  await renewSession(deps.db, row, now);

  const own: Party = { id: row.ownPartyId, kind: 'person', name: row.personName };
  const self: Actor = {
    personId: row.personId,
    personName: row.personName,
    acting: own,
    sessionId: row.id,
    acr: row.acr,
  };
  const language = asLanguage(row.language);
  if (!row.partyId || !row.partyName) return { self, language, actor: self };

  const chosen: Party = {
    id: row.partyId,
    kind: 'organisation',
    name: row.partyName,
    orgNumber: row.partyOrgNumber ?? undefined,
  };
  const verdict = await checkRole(deps, row, chosen.id, now);
  switch (verdict) {
    case 'held':
      return { self, language, actor: { ...self, acting: chosen } };
    case 'lost':
      return { self, language, actor: self, lostRole: chosen };
    case 'unknown':
      return { self, language, unverified: chosen };
  }
}

/**
 * The actor of a session token, or undefined when nobody is signed in.
 * @throws KvittError `unavailable` when a role in an organisation cannot be confirmed now.
 */
export async function findActor(deps: IdentityDeps, sessionToken: string): Promise<Actor | undefined> {
  const identity = await findIdentity(deps, sessionToken);
  if (identity && !identity.actor)
    throw new KvittError('unavailable', 'The role in the organisation cannot be confirmed now');
  return identity?.actor;
}

interface SessionRow {
  id: string;
  personId: string;
  personName: string;
  language: string | null;
  ownPartyId: string;
  acr: string;
  createdAt: Date;
  expiresAt: Date;
  partyId: string | null;
  partyName: string | null;
  partyOrgNumber: string | null;
  roles: string[] | null;
  checkedAt: Date | null;
}

/** Everything in one round trip: this runs on every request. */
async function readSession(reader: Reader, sessionToken: string): Promise<SessionRow | undefined> {
  const rows = await reader.$queryRaw<SessionRow[]>`
    select s.id, s.person_id as "personId", p.name as "personName", p.language, own.id as "ownPartyId", s.acr,
           s.created_at as "createdAt", s.expires_at as "expiresAt",
           chosen.id as "partyId", chosen.name as "partyName", chosen.org_number as "partyOrgNumber",
           r.roles, r.checked_at as "checkedAt"
      from session s
      join person p on p.id = s.person_id
      join party own on own.person_id = p.id
      left join party chosen on chosen.id = s.acting_party_id and chosen.id <> own.id
      left join party_role r on r.person_id = s.person_id and r.party_id = chosen.id
     where s.token_hash = ${sha256Hex(sessionToken)}`;
  return rows[0];
}

async function checkRole(
  deps: IdentityDeps,
  row: SessionRow,
  partyId: string,
  now: Date,
): Promise<'held' | 'lost' | 'unknown'> {
  // Without a row the role was lost before: it comes back only when the person chooses the organisation anew.
  if (!row.roles || !row.checkedAt || !mayAct(row.roles)) return 'lost';
  if (now.getTime() - row.checkedAt.getTime() < rolesFreshSeconds * 1000) return 'held';
  try {
    const held = await refreshRoles(deps, row.personId);
    return mayAct(held.find((role) => role.partyId === partyId)?.roles ?? []) ? 'held' : 'lost';
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    log.warn({ err: error }, 'a role in an organisation could not be confirmed');
    return 'unknown';
  }
}
