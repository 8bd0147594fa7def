import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import { type SealPayload, sealAlgorithm, sealFormat, sealType } from './seal.ts';

/** What is wrong with a seal, or what no longer agrees with it. */
export const sealProblems = [
  'malformed',
  'unknown_key',
  'signature',
  'submission',
  'service_version',
  'signer',
  'acting_party',
  'level',
  'time',
  'answers',
  'attachments',
  'order',
  'text',
  'content',
] as const;
export type SealProblem = (typeof sealProblems)[number];

export type SealVerdict =
  /** `compared` tells whether the content of today was held against it; `textCompared` is false when the portal's words have changed since. */
  | { state: 'intact'; kid: string; payload: SealPayload; compared: boolean; textCompared: boolean }
  /** The seal is genuine; what it sealed has been erased as the law asks. */
  | { state: 'content_deleted'; kid: string; payload: SealPayload }
  | { state: 'broken'; reasons: SealProblem[]; kid?: string; payload?: SealPayload };

/**
 * Checks a seal against the published keys and, part by part, against what is stored now.
 * @param current the payload rebuilt from today's rows; `'deleted'` when they are erased; absent checks the seal alone.
 */
export async function verifySeal(
  keys: readonly JWK[],
  jws: string,
  current?: SealPayload | 'deleted',
): Promise<SealVerdict> {
  const opened = await open(keys, jws);
  if ('problem' in opened)
    return { state: 'broken', reasons: [opened.problem], ...(opened.kid && { kid: opened.kid }) };
  const { kid, payload } = opened;
  if (current === 'deleted') return { state: 'content_deleted', kid, payload };
  if (!current) return { state: 'intact', kid, payload, compared: false, textCompared: false };
  const reasons = differences(payload, current);
  if (reasons.length) return { state: 'broken', reasons, kid, payload };
  return { state: 'intact', kid, payload, compared: true, textCompared: sameWording(payload, current) };
}

type Opened = { kid: string; payload: SealPayload } | { problem: SealProblem; kid?: string };

async function open(keys: readonly JWK[], jws: string): Promise<Opened> {
  const kid = kidOf(jws);
  if (!kid) return { problem: 'malformed' };
  const jwk = keys.find((key) => key.kid === kid);
  // A key is what its thumbprint says: one that was put in another's place is unknown.
  if (!jwk || (await calculateJwkThumbprint(jwk)) !== kid) return { problem: 'unknown_key', kid };
  const verified = await compactVerify(jws, await importJWK(jwk, sealAlgorithm), {
    algorithms: [sealAlgorithm],
  }).catch(() => undefined);
  if (!verified) return { problem: 'signature', kid };
  const payload = JSON.parse(new TextDecoder().decode(verified.payload)) as SealPayload;
  return payload.format === sealFormat ? { kid, payload } : { problem: 'malformed', kid };
}

function kidOf(jws: string): string | undefined {
  try {
    const header = decodeProtectedHeader(jws);
    return header.typ === sealType && jws.split('.').length === 3 ? header.kid : undefined;
  } catch {
    return undefined;
  }
}

/** Which problem a part that differs is told as. */
const parts: [SealProblem, (payload: SealPayload) => unknown][] = [
  [
    'submission',
    ({ environment, ownerId, signatureId, submission }) => ({
      environment,
      ownerId,
      signatureId,
      submission,
    }),
  ],
  ['service_version', (payload) => payload.serviceVersion],
  ['signer', (payload) => payload.signer],
  ['acting_party', (payload) => payload.actingParty],
  ['level', ({ acr, authTime }) => ({ acr, authTime })],
  ['time', ({ time }) => ({ time })],
  ['answers', (payload) => payload.answers],
  ['attachments', (payload) => payload.attachments],
  ['order', ({ order }) => ({ order })],
];

function differences(sealed: SealPayload, current: SealPayload): SealProblem[] {
  const differs = (of: (payload: SealPayload) => unknown) =>
    canonicalJson(of(sealed)) !== canonicalJson(of(current));
  const named = parts.filter(([, of]) => differs(of)).map(([problem]) => problem);
  // The text follows from the other parts and the portal's own words: when one of those has changed, that is the reason.
  const text = named.length === 0 && sameWording(sealed, current) && differs(({ text }) => text);
  const content = named.length === 0 && !text && differs(({ contentHash }) => ({ contentHash }));
  return [...named, ...(text ? (['text'] as const) : []), ...(content ? (['content'] as const) : [])];
}

function sameWording(sealed: SealPayload, current: SealPayload): boolean {
  return sealed.text.wordingSha256 === current.text.wordingSha256;
}
