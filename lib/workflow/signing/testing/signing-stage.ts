import { afterAll, beforeAll } from 'vitest';
import { addSeconds } from '@/lib/core/clock.ts';
import type { Actor } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { definitionFor } from '../../testing/definition-for.ts';
import { ask, newJourney } from '../../testing/journey.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { readSealCheck } from '../read-seal-check.ts';
import { readSignView } from '../read-sign-view.ts';
import { type Seen, type SignResult, signSubmission } from '../sign-submission.ts';

/** A world with a person who is signed in, at the level that most of its services ask for. */
export interface SigningStage {
  world: World;
  kari: Actor;
}

type Change = Parameters<typeof definitionFor>[2];

export const substantial = { signing: { acr: 'idporten-loa-substantial' } } as const;

/** For the tests of one file; filled in before the first. */
export function signingStage(): SigningStage {
  const stage = {} as SigningStage;
  beforeAll(async () => {
    stage.world = await createWorld();
    stage.kari = await signedIn(stage, 'Kari Testesen');
  });
  afterAll(() => stage.world?.close());
  return stage;
}

/** A person with a session of her own, signed in just now. */
export async function signedIn(
  { world }: Pick<SigningStage, 'world'>,
  name: string,
  acr = 'idporten-loa-substantial',
): Promise<Actor> {
  const actor = await world.person(name);
  const now = world.clock.now();
  await world.app.db.session.create({
    data: {
      id: actor.sessionId,
      tokenHash: world.app.ids.token(),
      personId: actor.personId,
      createdAt: now,
      acr,
      authTime: now,
      expiresAt: addSeconds(now, 365 * 86_400),
    },
  });
  return { ...actor, acr };
}

/** A case that waits for its first step after submission: the signature, or the payment. */
export async function submitted(
  { world, kari }: SigningStage,
  variant = 'pay_after_sign',
  change: Change = substantial,
  count = '3',
): Promise<string> {
  // Earlier tests may have moved the clock: the sign-in is fresh again.
  await world.app.db.session.update({
    where: { id: kari.sessionId },
    data: { authTime: world.clock.now() },
  });
  return newJourney(world, kari).confirmed(variant, { change, count });
}

/** Paid before signing, and waiting for the signature. */
export async function paid(
  stage: SigningStage,
  change: Change = substantial,
): Promise<{ id: string; attemptId: string }> {
  const { world, kari } = stage;
  const id = await submitted(stage, 'pay_before_sign', change);
  const attempt = await newJourney(world, kari).paid(id);
  await ask(world, attempt);
  const { status } = await caseOf(stage, id);
  if (status !== 'awaiting_signature') throw new Error(`The case is ${status}`);
  return { id, attemptId: attempt.id };
}

/** What the page shows to be signed. */
export async function shown({ world, kari }: SigningStage, id: string): Promise<Seen> {
  const view = await readSignView(world.app, kari, id, { language: 'nb' });
  if (!view?.toSign) throw new Error('Nothing to sign');
  return view.toSign.seen;
}

export const sign = async (stage: SigningStage, id: string, stepUpId?: string): Promise<SignResult> =>
  signSubmission(stage.world.app, stage.kari, id, { seen: await shown(stage, id), stepUpId });

/** Signed; gives the signature's id. */
export async function signed(stage: SigningStage, id: string): Promise<string> {
  const result = await sign(stage, id);
  if (result.kind !== 'signed') throw new Error(`Not signed: ${result.kind}`);
  return result.signatureId;
}

export const check = ({ world, kari }: SigningStage, signatureId: string, actor = kari) =>
  readSealCheck(world.app, actor, signatureId, 'nb');

export const caseOf = ({ world }: SigningStage, id: string) =>
  world.app.db.submission.findUniqueOrThrow({ where: { id } });

export const requestsOf = ({ world }: SigningStage, submissionId: string) =>
  world.app.db.signatureRequest.findMany({ where: { submissionId }, orderBy: { createdAt: 'asc' } });

/** Gives its id. */
export async function addFile(
  { world }: SigningStage,
  submissionId: string,
  filename: string,
): Promise<string> {
  const content = Buffer.from(filename);
  const id = world.app.ids.uuid();
  await world.app.db.attachment.create({
    data: {
      id,
      submissionId,
      componentId: 'files',
      filename,
      contentType: 'text/plain',
      sizeBytes: content.length,
      sha256: sha256Hex(content),
      content,
      createdAt: world.clock.now(),
    },
  });
  return id;
}
