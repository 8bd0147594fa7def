import { createHash } from 'node:crypto';
import type { SecretBox } from '@/lib/core/secret-box.ts';
import { discover } from '../discovery.ts';
import { codeFlowDeps, type StaffSignInDeps, staffRedirectUri } from './deps.ts';
import { askForRepresentation } from './representation.ts';
import { staffCookieLine, staffSignInCookie } from './staff-cookie.ts';

/** How long an employee may be at Ansattporten. */
const signInSeconds = 15 * 60;

/** What must be remembered while the employee is away: sealed, in the browser that began. */
export interface PendingSignIn {
  state: string;
  nonce: string;
  codeVerifier: string;
  /** Path to go to afterwards. */
  next: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Begins an employee's sign-in: a code flow of our own, apart from the citizens' (PKCE, state, nonce), that asks for
 * the organisation and the roles. Gives where to send the browser (303), and the `Set-Cookie` lines.
 * @throws IdportenUnavailable when Ansattporten's metadata cannot be had.
 */
export async function startStaffSignIn(
  deps: StaffSignInDeps,
  { next, language }: { next: string; language: string },
): Promise<{ url: string; cookies: string[] }> {
  const { ids, clock, ansattporten, portalUrl, box } = deps;
  const found = await discover(codeFlowDeps(deps));
  const pending: PendingSignIn = {
    state: ids.token(),
    nonce: ids.token(),
    codeVerifier: ids.token(),
    next,
    expiresAt: clock.now().getTime() + signInSeconds * 1000,
  };
  const url = new URL(found.authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: ansattporten.clientId,
    redirect_uri: staffRedirectUri(portalUrl),
    scope: 'openid profile',
    acr_values: 'substantial',
    ui_locales: language,
    authorization_details: askForRepresentation(ansattporten.resources),
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: createHash('sha256').update(pending.codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const sealed = box.seal(JSON.stringify(pending), pendingContext);
  return {
    url: url.href,
    cookies: [staffCookieLine(staffSignInCookie, sealed, portalUrl, signInSeconds)],
  };
}

const pendingContext = 'staff-sign-in';

/** What the cookie says, or undefined when it is not ours, altered or too old. */
export function openPending(
  { box, clock }: { box: SecretBox; clock: StaffSignInDeps['clock'] },
  cookie: string | undefined,
): PendingSignIn | undefined {
  if (!cookie) return undefined;
  try {
    const pending = JSON.parse(box.open(cookie, pendingContext)) as PendingSignIn;
    return pending.expiresAt > clock.now().getTime() ? pending : undefined;
  } catch {
    return undefined;
  }
}
