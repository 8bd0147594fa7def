import { createRemoteJWKSet, customFetch, type FetchImplementation, jwtVerify } from 'jose';
import { z } from 'zod';
import type { SignInDeps } from './deps.ts';
import { type IdportenMetadata, idportenTimeoutMs } from './discovery.ts';

const claims = z.object({
  pid: z.string().regex(/^\d{11}$/),
  acr: z.string(),
  auth_time: z.number().int(),
  iat: z.number().int(),
  nonce: z.string(),
  sid: z.string().optional(),
});
export type IdTokenClaims = z.infer<typeof claims>;

/** {@link checkIdToken} with what ID-porten always says. */
export function verifyIdToken(
  deps: Pick<SignInDeps, 'idporten' | 'fetch'>,
  found: IdportenMetadata,
  idToken: string,
  nonce: string,
): Promise<IdTokenClaims> {
  return checkIdToken(deps, found, idToken, nonce, claims);
}

/**
 * Checks an id_token: signature by its published keys (fetched anew: a key may have been rotated), issuer,
 * audience, lifetime and nonce. Lifetimes are by the wall clock, which is the one that ID-porten shares with us.
 * @throws jose's errors, or ZodError when a claim that the issuer always gives is missing.
 */
export async function checkIdToken<T extends { nonce: string }>(
  { idporten, fetch }: Pick<SignInDeps, 'idporten' | 'fetch'>,
  found: IdportenMetadata,
  idToken: string,
  nonce: string,
  shape: z.ZodType<T>,
): Promise<T> {
  const keys = createRemoteJWKSet(new URL(found.jwks_uri), {
    timeoutDuration: idportenTimeoutMs,
    [customFetch]: fetch as FetchImplementation,
  });
  const { payload } = await jwtVerify(idToken, keys, {
    issuer: idporten.issuer,
    audience: idporten.clientId,
    algorithms: ['RS256'],
    clockTolerance: 10,
    requiredClaims: ['exp', 'iat'],
  });
  const checked = shape.parse(payload);
  if (checked.nonce !== nonce) throw new Error('The id_token answers another request (nonce)');
  return checked;
}
