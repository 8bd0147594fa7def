import { CompactSign, type CryptoKey } from 'jose';
import type { Answer, Answers } from '@/lib/core/answers.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Currency } from '@/lib/core/money.ts';
import type { OrderLine } from '@/lib/core/order.ts';
import type { PartyKind } from '@/lib/core/party.ts';
import { lookupHash, sha256Hex } from '@/lib/core/secret-box.ts';

/** ECDSA on P-256 (RFC 7518), which every JOSE library verifies. */
export const sealAlgorithm = 'ES256';
export const sealType = 'kvitt-seal+jws';
export const sealFormat = 'kvitt-seal/1';

/**
 * What a seal covers (rule 17). Answers and the text shown are there as hashes: a seal outlives them, and must hold no
 * personal data when they are erased (rule 19). Hashes are SHA-256 in hex, instants ISO 8601 in UTC, amounts minor units.
 */
export interface SealPayload {
  format: typeof sealFormat;
  environment: 'live' | 'test';
  ownerId: string;
  signatureId: string;
  submission: { id: string; revision: number };
  /** `sha256` is of the whole service definition. */
  serviceVersion: { id: string; number: number; sha256: string };
  /** The person, pseudonymous: keyed hashes of who they are and of the name that stands at the signature, of this owner only. */
  signer: { id: string; name: string };
  actingParty: { id: string; kind: PartyKind; orgNumber?: string };
  /** Level and moment of the authentication that the signature rests on. */
  acr: string;
  authTime: string;
  time: string;
  /** The text that the person saw; `wordingSha256` tells whether the portal's own words are still those it was written with. */
  text: { language: Language; sha256: string; wordingSha256: string };
  /** Hash of the canonical JSON of the answers. */
  answers: { sha256: string };
  attachments: { id: string; sha256: string }[];
  order: SealedOrder | null;
  /** Hash of everything that was frozen when the case was submitted. */
  contentHash: string;
}

export interface SealedOrder {
  id: string;
  sha256: string;
  currency: Currency;
  netMinor: number;
  vatMinor: number;
  totalMinor: number;
  lines: Omit<OrderLine, 'textKey' | 'explanation'>[];
}

/** A key that seals are made with; `kid` is the JWK thumbprint (RFC 7638) of its public half. */
export interface SealingKey {
  kid: string;
  privateKey: CryptoKey;
}

/**
 * Seals a payload: compact JWS (RFC 7515) over its canonical JSON (RFC 8785). A seal by Kvitt over an authenticated
 * confirmation; not an advanced or qualified electronic signature of the person.
 */
export function makeSeal(key: SealingKey, payload: SealPayload): Promise<string> {
  return new CompactSign(new TextEncoder().encode(canonicalJson(payload)))
    .setProtectedHeader({ alg: sealAlgorithm, kid: key.kid, typ: sealType })
    .sign(key.privateKey);
}

/** What a person is called in the seals of one owner: keyed, so that nobody else can compute it, or join it across owners. */
export function signerPseudonym(
  hmacKey: string,
  ownerId: string,
  person: { id: string; name: string },
): SealPayload['signer'] {
  return {
    id: lookupHash(hmacKey, `seal-signer:${ownerId}:${person.id}`),
    name: lookupHash(hmacKey, `seal-signer-name:${ownerId}:${person.name}`),
  };
}

/** Hash of answers. @throws when one is a JSON number: those have more than one spelling, decimal strings have not. */
export function answersHash(answers: Answers): string {
  refuseNumbers(answers);
  return sha256Hex(canonicalJson(answers));
}

function refuseNumbers(value: Answer): void {
  if (typeof value === 'number') throw new TypeError('Numbers in answers are decimal strings');
  if (value && typeof value === 'object') Object.values(value).forEach(refuseNumbers);
}
