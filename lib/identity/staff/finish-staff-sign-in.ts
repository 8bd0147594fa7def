import { z } from 'zod';
import { log } from '@/lib/core/log.ts';
import { lookupHash, sameSecret } from '@/lib/core/secret-box.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { discover, IdportenUnavailable } from '../discovery.ts';
import { exchangeCode } from '../exchange-code.ts';
import { checkIdToken } from '../id-token.ts';
import { unknownName } from '../people.ts';
import { RegisterUnavailable } from '../register.ts';
import { codeFlowDeps, type StaffSignInDeps, staffRedirectUri } from './deps.ts';
import { authorizationDetailsClaim, type Representation, readRepresentation } from './representation.ts';
import { clearStaffCookies, staffCookie, staffCookieLine, staffSignInCookie } from './staff-cookie.ts';
import { createStaffSession, endStaffSession } from './staff-sessions.ts';
import { openPending, type PendingSignIn } from './start-staff-sign-in.ts';

export const staffSignInProblems = [
  'cancelled',
  'failed',
  'unavailable',
  'level',
  'no_organisation',
  'unknown_owner',
] as const;
export type StaffSignInProblem = (typeof staffSignInProblems)[number];

export type StaffSignInEnd =
  | { ok: true; staff: StaffActor; next: string; cookies: string[] }
  | { ok: false; problem: StaffSignInProblem; cookies: string[] };

/** What Ansattporten says; without single sign-on there is no session of its own to remember. */
const claims = z.object({
  sub: z.string().min(1),
  pid: z
    .string()
    .regex(/^\d{11}$/)
    .optional(),
  acr: z.string(),
  auth_time: z.number().int(),
  iat: z.number().int(),
  nonce: z.string(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  authorization_details: authorizationDetailsClaim.default([]),
});
type Claims = z.infer<typeof claims>;

/**
 * Takes Ansattporten's answer: only in the browser that began, only for an organisation that owns services here. Makes a
 * new session and ends the browser's old one.
 * @param params the callback's query: `code`, `state`, `iss`, or `error`.
 * @param cookies of the request, decoded, by name.
 */
export async function finishStaffSignIn(
  deps: StaffSignInDeps,
  params: URLSearchParams,
  cookies: Record<string, string | undefined>,
): Promise<StaffSignInEnd> {
  const cleared = clearStaffCookies(deps.portalUrl).filter((line) =>
    line.startsWith(`${staffSignInCookie}=`),
  );
  const refuse = (problem: StaffSignInProblem): StaffSignInEnd => ({ ok: false, problem, cookies: cleared });
  const pending = openPending(deps, cookies[staffSignInCookie]);
  if (!pending || !sameSecret(params.get('state') ?? '', pending.state)) return refuse('failed');
  if (params.get('error')) return refuse(params.get('error') === 'access_denied' ? 'cancelled' : 'failed');

  const said = await claimsOf(deps, pending, params);
  if (typeof said === 'string') return refuse(said);
  if (said.acr !== 'substantial' && said.acr !== 'high') return refuse('level');
  const representation = readRepresentation(said.authorization_details, deps.ansattporten.resources);
  if (!representation) return refuse('no_organisation');
  const owner = await deps.db.owner.findFirst({ where: { orgNumber: representation.orgNumber } });
  if (!owner) return refuse('unknown_owner');

  const name = await nameOf(deps, said);
  const token = deps.ids.token();
  const staff = await inTransaction(deps.db, async (tx) => {
    const actor = await upsertStaff(tx, deps, owner.id, said, name, representation);
    const old = cookies[staffCookie];
    if (old) await endStaffSession(tx, old);
    await createStaffSession(tx, deps, token, {
      staffId: actor.staffId,
      roles: actor.roles,
      acr: said.acr,
      authTime: new Date(said.auth_time * 1000),
    });
    return actor;
  });
  const session = staffCookieLine(staffCookie, token, deps.portalUrl);
  return { ok: true, staff, next: pending.next, cookies: [...cleared, session] };
}

async function claimsOf(
  deps: StaffSignInDeps,
  pending: PendingSignIn,
  params: URLSearchParams,
): Promise<Claims | 'unavailable' | 'failed'> {
  const code = params.get('code');
  // RFC 9207: an answer of another issuer is a mix-up.
  if (!code || !sameSecret(params.get('iss') ?? '', deps.ansattporten.issuer)) return 'failed';
  const flow = codeFlowDeps(deps);
  try {
    const found = await discover(flow);
    const idToken = await exchangeCode(flow, found, {
      code,
      redirectUri: staffRedirectUri(deps.portalUrl),
      codeVerifier: pending.codeVerifier,
    });
    return idToken ? await checkIdToken(flow, found, idToken, pending.nonce, claims) : 'failed';
  } catch (error) {
    log.warn({ err: error }, "an employee's sign-in was not finished");
    return error instanceof IdportenUnavailable ? 'unavailable' : 'failed';
  }
}

/** Ansattporten gives a name with job accounts only; else the register is asked, and its silence stops nobody. */
async function nameOf(deps: StaffSignInDeps, said: Claims): Promise<string> {
  const given = [said.given_name, said.family_name].filter(Boolean).join(' ');
  if (given || !said.pid) return given || unknownName;
  try {
    return (await deps.register.findPerson(said.pid))?.fullName ?? unknownName;
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    return unknownName;
  }
}

async function upsertStaff(
  tx: Transaction,
  { ids, clock, hmacKey, ansattporten }: StaffSignInDeps,
  ownerId: string,
  { pid, sub }: Claims,
  name: string,
  { roles }: Representation,
): Promise<StaffActor> {
  // A keyed hash is enough to know somebody again: the fødselsnummer itself is not kept.
  const subjectHmac = lookupHash(hmacKey, `staff ${ansattporten.issuer} ${pid ?? sub}`);
  const { id } = await tx.staff.upsert({
    where: { ownerId_subjectHmac: { ownerId, subjectHmac } },
    create: { id: ids.uuid(), ownerId, subjectHmac, name, createdAt: clock.now() },
    update: name === unknownName ? {} : { name },
  });
  return { staffId: id, name, ownerId, roles };
}
