import { z } from 'zod';
import type { SignInDeps } from './deps.ts';

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
});
export type IdportenMetadata = z.infer<typeof metadata>;

export class IdportenUnavailable extends Error {
  override readonly name = 'IdportenUnavailable';
}

const keepMs = 10 * 60_000;
export const idportenTimeoutMs = 8000;
const known = new Map<string, { found: IdportenMetadata; until: number }>();

/**
 * ID-porten's metadata (OpenID Connect Discovery), kept for ten minutes.
 * @throws IdportenUnavailable when it cannot be had, or names another issuer than ours.
 */
export async function discover({
  idporten: { issuer },
  fetch,
  clock,
}: Pick<SignInDeps, 'idporten' | 'fetch' | 'clock'>): Promise<IdportenMetadata> {
  const now = clock.now().getTime();
  const kept = known.get(issuer);
  if (kept && kept.until > now) return kept.found;
  let reply: unknown;
  try {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(idportenTimeoutMs),
      cache: 'no-store',
    });
    reply = response.ok ? await response.json() : undefined;
  } catch (error) {
    throw new IdportenUnavailable(
      `ID-porten's metadata: no answer (${error instanceof Error ? error.name : 'unknown'})`,
    );
  }
  const parsed = metadata.safeParse(reply);
  if (!parsed.success || parsed.data.issuer !== issuer)
    throw new IdportenUnavailable("ID-porten's metadata is not what it should be");
  known.set(issuer, { found: parsed.data, until: now + keepMs });
  return parsed.data;
}

/** Origins that belong to ID-porten: its pages may embed our front-channel logout, and our forms redirect to them. */
export async function idportenOrigins(
  deps: Pick<SignInDeps, 'idporten' | 'fetch' | 'clock'>,
): Promise<string[]> {
  const urls = [deps.idporten.issuer];
  try {
    const { authorization_endpoint, end_session_endpoint } = await discover(deps);
    urls.push(authorization_endpoint, ...(end_session_endpoint ? [end_session_endpoint] : []));
  } catch (error) {
    if (!(error instanceof IdportenUnavailable)) throw error;
  }
  return [...new Set(urls.map((url) => new URL(url).origin))];
}
