import { createHash } from 'node:crypto';
import { addSeconds } from '@/lib/core/clock.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { SignInDeps } from './deps.ts';
import { discover } from './discovery.ts';

/** How long a person may be at ID-porten, and how long a proof waits for the signature. */
export const stepUpSeconds = 15 * 60;

export interface StepUpRequest {
  actor: Actor;
  submissionId: string;
  /** Hash of what is to be signed: the proof is good for nothing else. */
  contentHash: string;
  /** Level that the service asks for, e.g. `idporten-loa-high`. */
  acr: string;
  /** Language of ID-porten's pages. */
  language?: string;
}

/**
 * Begins a new proof of identity for one signature: a code flow of our own with `prompt=login`, because next-auth's
 * sign-in records neither level nor moment. Gives the address to send the browser to (303).
 * @throws IdportenUnavailable
 */
export async function startStepUp(deps: SignInDeps, request: StepUpRequest): Promise<{ url: string }> {
  const { db, clock, ids, idporten } = deps;
  const found = await discover(deps);
  const [state, nonce, codeVerifier] = [ids.token(), ids.token(), ids.token()] as const;
  const createdAt = clock.now();
  await db.stepUp.create({
    data: {
      id: ids.uuid(),
      submissionId: request.submissionId,
      personId: request.actor.personId,
      sessionId: request.actor.sessionId,
      state,
      nonce,
      codeVerifier,
      acrAsked: request.acr,
      contentHash: request.contentHash,
      createdAt,
      expiresAt: addSeconds(createdAt, stepUpSeconds),
    },
  });
  const url = new URL(found.authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: idporten.clientId,
    redirect_uri: stepUpRedirectUri(deps.portalUrl),
    scope: 'openid profile',
    prompt: 'login',
    acr_values: request.acr,
    ui_locales: request.language ?? 'nb',
    state,
    nonce,
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  return { url: url.href };
}

export function stepUpRedirectUri(portalUrl: string): string {
  return `${portalUrl}/step-up/callback`;
}
