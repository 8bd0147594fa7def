import { openAlarm } from '@/lib/audit/open-alarm.ts';
import { addSeconds } from '@/lib/core/clock.ts';
import { KvittError } from '@/lib/core/errors.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { SignatureRequest, Submission } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { isAtLeast } from '@/lib/identity/levels.ts';
import { useStepUp as spendStepUp } from '@/lib/identity/use-step-up.ts';
import { sealingKey } from '@/lib/signing/keys.ts';
import { pendingRequest } from '@/lib/signing/pending-request.ts';
import { makeSeal } from '@/lib/signing/seal.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { advance } from '../engine/advance.ts';
import { openCase } from '../engine/open-case.ts';
import { repriceForSigning } from './reprice-for-signing.ts';
import { readSigningContent, type SigningContent, signingPayload, textHash } from './signing-payload.ts';

export type SignResult =
  | { kind: 'signed'; signatureId: string }
  /** The sign-in is too low or too long ago: prove who you are again, for this content (`startStepUp`). */
  | { kind: 'step_up_required'; acr: string; contentHash: string }
  /** What the person saw is not what would be signed now: show it again. */
  | { kind: 'content_changed' }
  /** The day of signing has another tariff: the new price is frozen and waits to be seen and signed. */
  | { kind: 'price_changed' }
  /** Signed already, rejected, or not waiting for this party's signature. */
  | { kind: 'moved_on' }
  /** What was frozen is no longer what is stored, or today's tariff has no price: nothing is signed, the owner is told. */
  | { kind: 'failed'; reason: 'content_damaged' | 'price_failed' };

/** What the page showed, as it told it itself. */
export interface Seen {
  contentHash: string;
  textHash: string;
  language: Language;
}

/** A sign-in older than this does not carry a signature; a step-up does. */
export const signingFreshSeconds = 15 * 60;

/**
 * Signs a frozen case for the acting party: judge content and identity, seal, record and move on, all under the case's
 * lock in one transaction. Two clicks at once give one signature.
 * @param stepUpId a proved step-up for this content; spent with the signature.
 */
export async function signSubmission(
  app: App,
  actor: Actor,
  submissionId: string,
  { seen, stepUpId }: { seen: Seen; stepUpId?: string },
): Promise<SignResult> {
  await openCase(app.db, actor, submissionId, ['filler', 'signer']);
  return inTransaction(app.db, 'signature', async (tx): Promise<SignResult> => {
    const submission = await lockWithAnswers(tx, submissionId);
    const request = await pendingRequest(tx, submissionId, actor.acting.id);
    if (submission.status !== 'awaiting_signature' || !request) return { kind: 'moved_on' };
    const signing = await readSigningContent(tx, submission);
    if (signing.contentHash !== submission.contentHash) return damaged(tx, app, submission);
    const price = await repriceForSigning(tx, app, signing);
    if (price === 'changed') return { kind: 'price_changed' };
    if (price === 'failed') return { kind: 'failed', reason: 'price_failed' };
    const asShown =
      seen.contentHash === signing.contentHash && seen.textHash === textHash(signing, seen.language);
    if (request.contentHash !== signing.contentHash || !asShown) return { kind: 'content_changed' };
    const proof = await proofOfIdentity(tx, app, actor, { request, stepUpId });
    if (!proof) return { kind: 'step_up_required', acr: request.acr, contentHash: signing.contentHash };
    await sealSignature(tx, app, actor, { request, signing, proof, language: seen.language });
    await advance(tx, app, submission, { event: 'signed', actor: `person:${actor.personId}` });
    return { kind: 'signed', signatureId: request.id };
  });
}

/** Whether this sign-in is enough for a level without another proof. */
export async function signInIsEnough(reader: Reader, actor: Actor, acr: string, now: Date): Promise<boolean> {
  return (await freshSignIn(reader, actor, acr, now)) !== undefined;
}

interface Proof {
  acr: string;
  authTime: Date;
}

/** The step-up, when there is one; else the sign-in, when its level and age are enough. */
async function proofOfIdentity(
  tx: Transaction,
  app: App,
  actor: Actor,
  { request, stepUpId }: { request: SignatureRequest; stepUpId: string | undefined },
): Promise<Proof | undefined> {
  const now = app.clock.now();
  const { submissionId, contentHash } = request;
  const stepUp = stepUpId
    ? await spendStepUp(tx, { stepUpId, actor, submissionId, contentHash, now })
    : undefined;
  if (stepUp && isAtLeast(stepUp.acr, request.acr)) return stepUp;
  return freshSignIn(tx, actor, request.acr, now);
}

async function freshSignIn(
  reader: Reader,
  actor: Actor,
  wanted: string,
  now: Date,
): Promise<Proof | undefined> {
  const session = await reader.session.findUnique({
    where: { id: actor.sessionId },
    select: { acr: true, authTime: true, personId: true },
  });
  if (!session || session.personId !== actor.personId)
    throw new KvittError('not_signed_in', 'The session has ended');
  const fresh = addSeconds(session.authTime, signingFreshSeconds) > now;
  return fresh && isAtLeast(session.acr, wanted)
    ? { acr: session.acr, authTime: session.authTime }
    : undefined;
}

interface Sealing {
  request: SignatureRequest;
  signing: SigningContent;
  proof: Proof;
  language: Language;
}

async function sealSignature(
  tx: Transaction,
  app: App,
  actor: Actor,
  { request, signing, proof, language }: Sealing,
): Promise<void> {
  const now = app.clock.now();
  const payload = signingPayload(app.hmacKey, signing, {
    signatureId: request.id,
    person: { id: actor.personId, name: actor.personName },
    party: actor.acting,
    ...proof,
    time: now,
    language,
  });
  const seal = await makeSeal(await sealingKey(tx, app.box, now), payload);
  await tx.signatureRequest.update({
    where: { id: request.id },
    data: {
      status: 'signed',
      signedAt: now,
      personId: actor.personId,
      signedByName: actor.personName,
      signedAcr: proof.acr,
      authTime: proof.authTime,
      seal,
    },
  });
  await appendEvent(tx, {
    submissionId: request.submissionId,
    type: 'signature.signed',
    data: { signatureId: request.id, acr: proof.acr },
    actor: `person:${actor.personId}`,
    at: now,
  });
}

async function damaged(tx: Transaction, app: App, submission: Submission): Promise<SignResult> {
  await openAlarm(
    tx,
    app.ids,
    {
      ownerId: submission.ownerId,
      dedupeKey: `content:${submission.id}:${submission.revision}`,
      kind: 'content_damaged',
      submissionId: submission.id,
      values: {},
      detail: 'Answers, attachments or order are no longer those that were frozen: nobody can sign them',
    },
    app.clock.now(),
  );
  return { kind: 'failed', reason: 'content_damaged' };
}
