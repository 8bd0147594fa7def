import { addSeconds } from '@/lib/core/clock.ts';
import { log } from '@/lib/core/log.ts';
import type { Actor } from '@/lib/core/party.ts';
import { lookupHash, sameSecret } from '@/lib/core/secret-box.ts';
import type { StepUp } from '@/lib/db/generated/client.ts';
import type { SignInDeps } from './deps.ts';
import { discover, IdportenUnavailable } from './discovery.ts';
import { exchangeCode } from './exchange-code.ts';
import { type IdTokenClaims, verifyIdToken } from './id-token.ts';
import { isAtLeast } from './levels.ts';
import { stepUpRedirectUri, stepUpSeconds } from './step-up.ts';

export type StepUpRefusal =
  | 'unknown'
  | 'expired'
  | 'used'
  | 'cancelled'
  | 'unavailable'
  | 'invalid'
  | 'wrong_person'
  | 'level_too_low'
  | 'not_fresh';

export type StepUpResult =
  | { ok: true; submissionId: string; stepUpId: string }
  /** `submissionId` when the answer belongs to a step-up of this session. */
  | { ok: false; reason: StepUpRefusal; submissionId?: string };

/** Difference that the clocks of two machines may have. */
const skewSeconds = 5;

/**
 * Takes ID-porten's answer to a step-up: the person of the session must have proved themselves anew, since the step-up
 * began, at the level asked for. Coming back twice with one answer gives the same result.
 * @param params the callback's query: `code`, `state`, `iss`, or `error`.
 */
export async function finishStepUp(
  deps: SignInDeps,
  actor: Actor,
  params: URLSearchParams,
): Promise<StepUpResult> {
  const state = params.get('state');
  // Only what `startStepUp` could have written is looked for.
  const stepUp =
    state && /^[0-9a-f]{64}$/.test(state) ? await deps.db.stepUp.findUnique({ where: { state } }) : null;
  if (!stepUp || stepUp.sessionId !== actor.sessionId || stepUp.personId !== actor.personId)
    return { ok: false, reason: 'unknown' };
  const refuse = (reason: StepUpRefusal): StepUpResult => ({
    ok: false,
    reason,
    submissionId: stepUp.submissionId,
  });
  const accept: StepUpResult = { ok: true, submissionId: stepUp.submissionId, stepUpId: stepUp.id };

  if (stepUp.usedAt) return refuse('used');
  if (stepUp.expiresAt <= deps.clock.now()) return refuse('expired');
  if (stepUp.provedAt) return accept;
  if (params.get('error')) return refuse(params.get('error') === 'access_denied' ? 'cancelled' : 'invalid');

  const claims = await claimsOf(deps, stepUp, params);
  if (typeof claims === 'string') return refuse(claims);
  const problem = await judge(deps, stepUp, claims);
  if (problem) return refuse(problem);
  return (await recordProof(deps, stepUp, claims)) ? accept : refuse('used');
}

async function claimsOf(
  deps: SignInDeps,
  stepUp: StepUp,
  params: URLSearchParams,
): Promise<IdTokenClaims | 'unavailable' | 'invalid'> {
  const code = params.get('code');
  // RFC 9207: an answer of another issuer is a mix-up.
  if (!code || !sameSecret(params.get('iss') ?? '', deps.idporten.issuer)) return 'invalid';
  try {
    const found = await discover(deps);
    const idToken = await exchangeCode(deps, found, {
      code,
      redirectUri: stepUpRedirectUri(deps.portalUrl),
      codeVerifier: stepUp.codeVerifier,
    });
    return idToken ? await verifyIdToken(deps, found, idToken, stepUp.nonce) : 'invalid';
  } catch (error) {
    log.warn({ err: error, stepUpId: stepUp.id }, 'a step-up was not finished');
    return error instanceof IdportenUnavailable ? 'unavailable' : 'invalid';
  }
}

async function judge(
  { db, clock, hmacKey }: SignInDeps,
  stepUp: StepUp,
  claims: IdTokenClaims,
): Promise<StepUpRefusal | undefined> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: stepUp.personId },
    select: { pidHmac: true },
  });
  if (!sameSecret(lookupHash(hmacKey, claims.pid), person.pidHmac)) return 'wrong_person';
  if (!isAtLeast(claims.acr, stepUp.acrAsked)) return 'level_too_low';
  // The token was issued a moment ago. Comparing ages, not instants, keeps the two machines' clocks out of it.
  const ageSeconds = claims.iat - claims.auth_time;
  const sinceStartSeconds = (clock.now().getTime() - stepUp.createdAt.getTime()) / 1000;
  return ageSeconds > sinceStartSeconds + skewSeconds ? 'not_fresh' : undefined;
}

async function recordProof(
  { db, clock }: SignInDeps,
  stepUp: StepUp,
  claims: IdTokenClaims,
): Promise<boolean> {
  const now = clock.now();
  const { count } = await db.stepUp.updateMany({
    where: { id: stepUp.id, provedAt: null },
    data: {
      provedAt: now,
      acr: claims.acr,
      authTime: new Date(claims.auth_time * 1000),
      expiresAt: addSeconds(now, stepUpSeconds),
    },
  });
  // A new login may have opened another session at ID-porten: logging out there must still end ours.
  if (count === 1 && claims.sid)
    await db.session.updateMany({ where: { id: stepUp.sessionId }, data: { sid: claims.sid } });
  return count === 1;
}
