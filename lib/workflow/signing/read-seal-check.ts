import { contentErasedEvent } from '@/lib/core/content-erased.ts';
import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import type { Actor, PartyKind } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Party, SignatureRequest, Submission } from '@/lib/db/generated/client.ts';
import { publishedKeys } from '@/lib/signing/keys.ts';
import type { SealPayload } from '@/lib/signing/seal.ts';
import { type SealVerdict, verifySeal } from '@/lib/signing/verify-seal.ts';
import type { App } from '../app.ts';
import { openCase } from '../engine/open-case.ts';
import { readSigningContent, signingPayload } from './signing-payload.ts';

export interface SealCheck {
  signatureId: string;
  submissionId: string;
  /** A signature is voided when the case was changed or closed after it. */
  standing: 'signed' | 'voided';
  verdict: SealVerdict;
  signedByName: string;
  acr: string;
  signedAt: Date;
  authTime: Date;
  party: { kind: PartyKind; name: string; orgNumber?: string };
  title: string;
  reference: string;
  ownerName: string;
  /** Compact JWS. */
  seal: string;
}

/**
 * Checks a signature's seal here and now, against the keys and against what is stored.
 * @param language of the owner's name.
 * @throws KvittError `not_found` for unknown signatures, those without a seal, and those of cases that the acting party
 * has no part in.
 */
export async function readSealCheck(
  app: App,
  actor: Actor,
  signatureId: string,
  language: Language,
): Promise<SealCheck> {
  const request = isUuid(signatureId)
    ? await app.db.signatureRequest.findUnique({ where: { id: signatureId } })
    : null;
  if (!request) throw notFound('Signature');
  const found = await openCase(app.db, actor, request.submissionId);
  const { seal, signedAt, authTime, signedAcr, signedByName } = request;
  if (!seal || !signedAt || !authTime || !signedAcr) throw notFound('Signature');
  const [party, owner, keys] = await Promise.all([
    app.db.party.findUniqueOrThrow({ where: { id: request.partyId } }),
    app.db.owner.findUniqueOrThrow({ where: { id: found.ownerId } }),
    publishedKeys(app.db),
  ]);
  const standing = request.status === 'signed' ? 'signed' : 'voided';
  return {
    signatureId,
    submissionId: found.id,
    standing,
    verdict: await judge(app, { keys, found, request, party, seal, standing }),
    signedByName: signedByName ?? '',
    acr: signedAcr,
    signedAt,
    authTime,
    party: { kind: party.kind as PartyKind, name: party.name, orgNumber: party.orgNumber ?? undefined },
    title: found.title,
    reference: found.reference,
    ownerName: (owner.name as Record<Language, string>)[language],
    seal,
  };
}

interface Judged {
  keys: Awaited<ReturnType<typeof publishedKeys>>;
  found: Submission;
  request: SignatureRequest;
  party: Party;
  seal: string;
  standing: SealCheck['standing'];
}

async function judge(
  app: App,
  { keys, found, request, party, seal, standing }: Judged,
): Promise<SealVerdict> {
  // What a voided signature was about has been replaced: the seal can only be held against itself.
  if (standing === 'voided') return verifySeal(keys, seal);
  if (await isErased(app.db, found.id)) return verifySeal(keys, seal, 'deleted');
  const alone = await verifySeal(keys, seal);
  if (alone.state !== 'intact') return alone;
  return verifySeal(
    keys,
    seal,
    await rebuild(app, { found, request, party, language: alone.payload.text.language }),
  );
}

async function isErased(reader: Reader, submissionId: string): Promise<boolean> {
  return (await reader.submissionEvent.count({ where: { submissionId, type: contentErasedEvent } })) > 0;
}

/** The payload as it would be sealed today, from what is stored. */
async function rebuild(
  app: App,
  { found, request, party, language }: Pick<Judged, 'found' | 'request' | 'party'> & { language: Language },
): Promise<SealPayload> {
  const signing = await readSigningContent(app.db, found);
  return signingPayload(app.hmacKey, signing, {
    signatureId: request.id,
    person: { id: request.personId ?? '', name: request.signedByName ?? '' },
    party: { id: party.id, kind: party.kind as PartyKind, orgNumber: party.orgNumber ?? undefined },
    acr: request.signedAcr ?? '',
    authTime: request.authTime ?? new Date(0),
    time: request.signedAt ?? new Date(0),
    language: asLanguage(language) ?? defaultLanguage,
  });
}
