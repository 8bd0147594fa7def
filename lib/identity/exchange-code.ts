import { z } from 'zod';
import type { SignInDeps } from './deps.ts';
import { type IdportenMetadata, IdportenUnavailable, idportenTimeoutMs } from './discovery.ts';

const reply = z.object({ id_token: z.string().min(1) });

/**
 * Exchanges a code for an id_token (`client_secret_basic`, PKCE). The access token is not wanted and not kept.
 * @returns undefined when ID-porten refused the code.
 * @throws IdportenUnavailable when there is no clear answer.
 */
export async function exchangeCode(
  { idporten, fetch }: Pick<SignInDeps, 'idporten' | 'fetch'>,
  found: IdportenMetadata,
  { code, redirectUri, codeVerifier }: { code: string; redirectUri: string; codeVerifier: string },
): Promise<string | undefined> {
  // RFC 6749 §2.3.1: id and secret are form-encoded before they are joined.
  const credentials = [idporten.clientId, idporten.clientSecret].map(encodeURIComponent).join(':');
  let status: number;
  let body: unknown;
  try {
    const response = await fetch(found.token_endpoint, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        accept: 'application/json',
      },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: codeVerifier,
      }),
      signal: AbortSignal.timeout(idportenTimeoutMs),
      cache: 'no-store',
    });
    status = response.status;
    body = await response.json();
  } catch (error) {
    throw new IdportenUnavailable(
      `ID-porten's token endpoint: no answer (${error instanceof Error ? error.name : 'unknown'})`,
    );
  }
  if (status === 400) return undefined;
  const parsed = reply.safeParse(body);
  if (status !== 200 || !parsed.success)
    throw new IdportenUnavailable(`ID-porten's token endpoint answered ${status}`);
  return parsed.data.id_token;
}
