import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignStep } from '@/app/_server/sign-step-page.tsx';
import { addSeconds } from '@/lib/core/clock.ts';
import { contentErasedEvent } from '@/lib/core/content-erased.ts';
import { languages } from '@/lib/core/language.ts';
import type { Actor } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { rotateSealingKey } from '@/lib/signing/keys.ts';
import { contentHash } from '../engine/case-content.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { startSubmission } from '../filling/start-submission.ts';
import { startPayment } from '../paying/start-payment.ts';
import { verifyPayment } from '../paying/verify-payment.ts';
import { createWorld, type World } from '../testing/world.ts';
import { readSealCheck } from './read-seal-check.ts';
import { readSignView } from './read-sign-view.ts';
import { rejectSignature } from './reject-signature.ts';
import { type Seen, signSubmission } from './sign-submission.ts';
import { signingText } from './signing-document.ts';
import { readSigningContent } from './signing-payload.ts';

let world: World;
let kari: Actor;

beforeAll(async () => {
  world = await createWorld();
  kari = await signedIn('Kari Testesen');
});
afterAll(() => world?.close());

const substantial = { signing: { acr: 'idporten-loa-substantial' } } as const;
const db = () => world.app.db;
const caseOf = (id: string) => db().submission.findUniqueOrThrow({ where: { id } });
const requestsOf = (submissionId: string) =>
  db().signatureRequest.findMany({ where: { submissionId }, orderBy: { createdAt: 'asc' } });
const eventsOf = async (submissionId: string) =>
  (await db().submissionEvent.findMany({ where: { submissionId }, orderBy: { seq: 'asc' } })).map(
    (event) => event.type,
  );

/** A person with a session of her own, signed in just now. */
async function signedIn(name: string, acr = 'idporten-loa-substantial'): Promise<Actor> {
  const actor = await world.person(name);
  const now = world.clock.now();
  await db().session.create({
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
async function submitted(
  variant = 'pay_after_sign',
  change: Partial<Pick<ServiceDefinition, 'signing'>> = substantial,
  count = '3',
): Promise<string> {
  // Earlier tests may have moved the clock: the sign-in is fresh again.
  await db().session.update({ where: { id: kari.sessionId }, data: { authTime: world.clock.now() } });
  const { submissionId, firstPage } = await startSubmission(
    world.app,
    kari,
    await world.service(variant, change),
    'nb',
  );
  await saveAnswers(world.app, kari, submissionId, firstPage, { count: [count], _shown: ['count'] }, 0);
  expect(await confirmSubmission(world.app, kari, submissionId, undefined)).toEqual({ kind: 'confirmed' });
  return submissionId;
}

async function paid(
  change: Partial<Pick<ServiceDefinition, 'signing' | 'payment'>> = substantial,
): Promise<{ id: string; attemptId: string }> {
  const id = await submitted('pay_before_sign', change);
  await startPayment(world.app, kari, id);
  const attempt = await db().paymentAttempt.findFirstOrThrow({ where: { order: { submissionId: id } } });
  await world.nets.pay(attempt.providerPaymentId ?? '');
  await verifyPayment(world.app, attempt.id);
  expect((await caseOf(id)).status).toBe('awaiting_signature');
  return { id, attemptId: attempt.id };
}

async function shown(id: string, actor = kari): Promise<Seen> {
  const view = await readSignView(world.app, actor, id, { language: 'nb' });
  if (!view?.toSign) throw new Error('Nothing to sign');
  return view.toSign.seen;
}

const sign = async (id: string, stepUpId?: string) =>
  signSubmission(world.app, kari, id, { seen: await shown(id), stepUpId });

async function signed(id: string): Promise<string> {
  const result = await sign(id);
  if (result.kind !== 'signed') throw new Error(`Not signed: ${result.kind}`);
  return result.signatureId;
}

async function proved(
  id: string,
  actor = kari,
  change: { contentHash?: string; provedAt?: Date | null; acr?: string } = {},
): Promise<string> {
  const stepUpId = world.app.ids.uuid();
  const now = world.clock.now();
  await db().stepUp.create({
    data: {
      id: stepUpId,
      submissionId: id,
      personId: actor.personId,
      sessionId: actor.sessionId,
      state: world.app.ids.token(),
      nonce: 'n',
      codeVerifier: 'v',
      acrAsked: 'idporten-loa-high',
      contentHash: (await caseOf(id)).contentHash ?? '',
      createdAt: now,
      expiresAt: addSeconds(now, 900),
      acr: 'idporten-loa-high',
      authTime: now,
      provedAt: now,
      ...change,
    },
  });
  return stepUpId;
}

const check = (signatureId: string, actor = kari) => readSealCheck(world.app, actor, signatureId, 'nb');
const reasons = async (signatureId: string) => {
  const { verdict } = await check(signatureId);
  return verdict.state === 'broken' ? verdict.reasons : verdict.state;
};

describe('signing', () => {
  it('rule 10, 17: seals, records and moves on in one go', async () => {
    const id = await submitted();
    expect((await caseOf(id)).status).toBe('awaiting_signature');
    const signatureId = await signed(id);
    expect((await caseOf(id)).status).toBe('awaiting_payment');
    const [request] = await requestsOf(id);
    expect(request).toMatchObject({
      id: signatureId,
      status: 'signed',
      personId: kari.personId,
      signedByName: 'Kari Testesen',
      signedAcr: 'idporten-loa-substantial',
      signedAt: world.clock.now(),
      authTime: world.clock.now(),
    });
    expect(await eventsOf(id)).toEqual([
      'submission.started',
      'submission.submitted',
      'signature.signed',
      'submission.signed',
    ]);
    expect((await check(signatureId)).verdict).toMatchObject({
      state: 'intact',
      compared: true,
      textCompared: true,
    });
    // Rule 19: neither who it was nor what they answered can be read from the seal.
    const body = Buffer.from(request?.seal?.split('.')[1] ?? '', 'base64url').toString();
    expect(body).not.toMatch(new RegExp(`${kari.personId}|Kari|12858514140`));
  });

  it('completes a case where nothing is to be paid', async () => {
    const id = await submitted('pay_after_sign', substantial, '0');
    await signed(id);
    expect((await caseOf(id)).status).toBe('completed');
  });

  it('takes the reserved money when it has been signed', async () => {
    const { id } = await paid();
    await signed(id);
    await world.work();
    expect((await caseOf(id)).status).toBe('completed');
    expect(
      await db().paymentAttempt.findFirstOrThrow({ where: { order: { submissionId: id } } }),
    ).toMatchObject({ status: 'captured' });
  });

  it('gives one signature for two clicks at once', async () => {
    const id = await submitted();
    const seen = await shown(id);
    const results = await Promise.all(
      Array.from({ length: 5 }, () => signSubmission(world.app, kari, id, { seen })),
    );
    expect(results.map((result) => result.kind).sort()).toEqual([
      'moved_on',
      'moved_on',
      'moved_on',
      'moved_on',
      'signed',
    ]);
    expect((await eventsOf(id)).filter((type) => type === 'signature.signed')).toHaveLength(1);
    expect(await requestsOf(id)).toHaveLength(1);
  });

  it('does not sign what the person did not see', async () => {
    const id = await submitted();
    const seen = await shown(id);
    for (const other of [
      { contentHash: 'x' },
      { textHash: 'x' },
      { language: 'en' as const, textHash: sha256Hex('x') },
    ]) {
      expect(await signSubmission(world.app, kari, id, { seen: { ...seen, ...other } })).toEqual({
        kind: 'content_changed',
      });
    }
    // Rejected and submitted anew with other answers in another tab, while this page was open.
    await rejectSignature(world.app, kari, id);
    await saveAnswers(
      world.app,
      kari,
      id,
      'one',
      { count: ['4'], _shown: ['count'] },
      (await caseOf(id)).answersVersion,
    );
    await confirmSubmission(world.app, kari, id, undefined);
    expect(await signSubmission(world.app, kari, id, { seen })).toEqual({ kind: 'content_changed' });
    expect((await requestsOf(id)).map((request) => request.status)).toEqual(['rejected', 'pending']);
  });

  it('signs nothing, and tells the owner, when what was frozen is not what is stored', async () => {
    const id = await submitted();
    await db().submission.update({ where: { id }, data: { answers: { count: '1' } } });
    expect(await sign(id)).toEqual({ kind: 'failed', reason: 'content_damaged' });
    expect(await db().alarm.findMany({ where: { submissionId: id } })).toMatchObject([
      { kind: 'content_damaged' },
    ]);
    expect((await caseOf(id)).status).toBe('awaiting_signature');
  });

  it('rule 13: is for the party that was asked, and looks the same as nothing to everybody else', async () => {
    const id = await submitted();
    const stranger = await signedIn('Ola Testesen', 'idporten-loa-high');
    const seen = await shown(id);
    await expect(signSubmission(world.app, stranger, id, { seen })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(rejectSignature(world.app, stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readSignView(world.app, stranger, id, { language: 'nb' })).rejects.toMatchObject({
      code: 'not_found',
    });
    const signatureId = await signed(id);
    await expect(check(signatureId, stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(check(world.app.ids.uuid())).rejects.toMatchObject({ code: 'not_found' });
    await expect(check('nonsense')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('step-up', () => {
  it('is asked for when the sign-in is too low, and spent once', async () => {
    const id = await submitted('pay_after_sign', { signing: { acr: 'idporten-loa-high' } });
    const hash = (await caseOf(id)).contentHash;
    expect(await sign(id)).toEqual({ kind: 'step_up_required', acr: 'idporten-loa-high', contentHash: hash });
    const stepUpId = await proved(id);
    const view = await readSignView(world.app, kari, id, { language: 'nb', stepUpId });
    expect(view?.toSign).toMatchObject({ needsStepUp: false, stepUpId });
    expect(await sign(id, stepUpId)).toMatchObject({ kind: 'signed' });
    expect(await requestsOf(id)).toMatchObject([{ signedAcr: 'idporten-loa-high' }]);
    expect(await db().stepUp.findUniqueOrThrow({ where: { id: stepUpId } })).toMatchObject({
      usedAt: world.clock.now(),
    });
  });

  it.each<[string, { contentHash?: string; provedAt?: null; acr?: string }]>([
    ['for other content', { contentHash: 'x' }],
    ['that was not finished', { provedAt: null }],
    ['at a lower level', { acr: 'idporten-loa-substantial' }],
  ])('does not count when it is one %s', async (_what, change) => {
    const id = await submitted('pay_after_sign', { signing: { acr: 'idporten-loa-high' } });
    expect(await sign(id, await proved(id, kari, change))).toMatchObject({ kind: 'step_up_required' });
  });

  it('does not count when it is that of another person or case, or nonsense', async () => {
    const id = await submitted('pay_after_sign', { signing: { acr: 'idporten-loa-high' } });
    const another = await submitted('pay_after_sign', { signing: { acr: 'idporten-loa-high' } });
    for (const stepUpId of [
      await proved(id, await signedIn('Ola Testesen')),
      await proved(another),
      'nonsense',
    ]) {
      expect(await sign(id, stepUpId)).toMatchObject({ kind: 'step_up_required' });
      expect((await readSignView(world.app, kari, id, { language: 'nb', stepUpId }))?.toSign).toMatchObject({
        needsStepUp: true,
      });
    }
  });

  it('is asked for when the sign-in is at the level but long ago', async () => {
    const id = await submitted();
    world.clock.forward(16 * 60);
    expect(await sign(id)).toMatchObject({ kind: 'step_up_required', acr: 'idporten-loa-substantial' });
    expect(await sign(id, await proved(id))).toMatchObject({ kind: 'signed' });
  });

  it('cannot be signed with a session that has ended', async () => {
    const id = await submitted();
    const seen = await shown(id);
    const gone = { ...kari, sessionId: world.app.ids.uuid() };
    await expect(signSubmission(world.app, gone, id, { seen })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
  });
});

describe('rejecting', () => {
  it('goes back to the answers as a new revision, and voids request and order', async () => {
    const id = await submitted();
    expect(await rejectSignature(world.app, kari, id)).toEqual({ kind: 'rejected' });
    expect(await caseOf(id)).toMatchObject({
      status: 'draft',
      revision: 2,
      contentHash: null,
      submittedAt: null,
      answers: { count: '3' },
    });
    expect((await requestsOf(id)).map((request) => request.status)).toEqual(['rejected']);
    expect(await db().order.count({ where: { submissionId: id, voidedAt: null } })).toBe(0);
    expect(await db().message.count({ where: { submissionId: id } })).toBe(0);
    expect(await rejectSignature(world.app, kari, id)).toEqual({ kind: 'moved_on' });
    expect(
      await signSubmission(world.app, kari, id, {
        seen: { contentHash: 'x', textHash: 'x', language: 'nb' },
      }),
    ).toEqual({ kind: 'moved_on' });
  });

  it('rule 4: releases a reservation, and says so', async () => {
    const { id, attemptId } = await paid();
    await rejectSignature(world.app, kari, id);
    await world.work();
    expect(await db().paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
      status: 'voided',
    });
    expect((await caseOf(id)).status).toBe('draft');
    expect(await db().message.findMany({ where: { submissionId: id } })).toMatchObject([
      { kind: 'rejected' },
    ]);
  });

  it('rule 4: refunds what was taken, and says so', async () => {
    const { id, attemptId } = await paid({ ...substantial, payment: { agreement: 'nets', capture: 'now' } });
    expect((await readSignView(world.app, kari, id, { language: 'nb' }))?.toSign?.money).toMatchObject({
      kind: 'taken',
      amountMinor: 30_000,
    });
    await rejectSignature(world.app, kari, id);
    expect(await caseOf(id)).toMatchObject({ status: 'draft', paidAt: null });
    await world.work();
    expect(await db().paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
      status: 'refunded',
      refundedMinor: 30_000n,
    });
    const kinds = (await db().message.findMany({ where: { submissionId: id } })).map(
      (message) => message.kind,
    );
    expect(kinds.sort()).toEqual(['refunded', 'rejected']);
  });

  it('happens or the signature happens, never both', async () => {
    const id = await submitted();
    const seen = await shown(id);
    const results = await Promise.all([
      signSubmission(world.app, kari, id, { seen }),
      rejectSignature(world.app, kari, id),
    ]);
    const kinds = results.map((result) => result.kind).sort();
    expect([
      ['moved_on', 'signed'],
      ['moved_on', 'rejected'],
    ]).toContainEqual(kinds);
    expect((await caseOf(id)).status).toBe(kinds.includes('signed') ? 'awaiting_payment' : 'draft');
  });
});

describe('the check', () => {
  it('names what was changed in the database afterwards', async () => {
    const id = await submitted();
    const signatureId = await signed(id);
    const version = await db().serviceVersion.findUniqueOrThrow({
      where: { id: (await caseOf(id)).serviceVersionId },
    });
    const order = await db().order.findFirstOrThrow({ where: { submissionId: id } });
    const tampered: [() => Promise<unknown>, () => Promise<unknown>, string[]][] = [
      [
        () => db().submission.update({ where: { id }, data: { answers: { count: '30' } } }),
        () => db().submission.update({ where: { id }, data: { answers: { count: '3' } } }),
        ['answers'],
      ],
      [
        () => db().order.update({ where: { id: order.id }, data: { netMinor: 1n, totalMinor: 1n } }),
        () =>
          db().order.update({
            where: { id: order.id },
            data: { netMinor: order.netMinor, totalMinor: order.totalMinor },
          }),
        ['order'],
      ],
      [
        () =>
          db().signatureRequest.update({
            where: { id: signatureId },
            data: { signedByName: 'Ola Testesen' },
          }),
        () =>
          db().signatureRequest.update({
            where: { id: signatureId },
            data: { signedByName: 'Kari Testesen' },
          }),
        ['signer'],
      ],
      [
        () =>
          db().signatureRequest.update({
            where: { id: signatureId },
            data: { signedAcr: 'idporten-loa-high' },
          }),
        () =>
          db().signatureRequest.update({
            where: { id: signatureId },
            data: { signedAcr: 'idporten-loa-substantial' },
          }),
        ['level'],
      ],
      [
        () =>
          db().serviceVersion.update({
            where: { id: version.id },
            data: { definition: { ...(version.definition as object), category: 'other' } },
          }),
        () =>
          db().serviceVersion.update({
            where: { id: version.id },
            data: { definition: version.definition as object },
          }),
        ['service_version'],
      ],
    ];
    for (const [tamper, mend, expected] of tampered) {
      expect(await reasons(signatureId)).toBe('intact');
      await tamper();
      expect(await reasons(signatureId)).toEqual(expected);
      await mend();
    }
    await addFile(id, 'plan.txt');
    expect(await reasons(signatureId)).toEqual(['attachments']);
  });

  it('computes hashes of files from their bytes', async () => {
    const id = await submitted();
    const fileId = await addFile(id, 'plan.txt');
    // As it would be, had the file been there at confirmation.
    const frozen = contentHash((await readSigningContent(db(), await caseOf(id))).content);
    await db().submission.update({ where: { id }, data: { contentHash: frozen } });
    await db().signatureRequest.updateMany({ where: { submissionId: id }, data: { contentHash: frozen } });
    const signatureId = await signed(id);
    expect(await reasons(signatureId)).toBe('intact');
    await db().attachment.update({ where: { id: fileId }, data: { content: Buffer.from('other') } });
    expect(await reasons(signatureId)).toEqual(['attachments']);
  });

  it('rule 17, 19: holds after the key was rotated, says when the signature is void, and when the content is erased', async () => {
    const id = await submitted();
    const signatureId = await signed(id);
    await rotateSealingKey(db(), world.app.box, world.clock.now());
    expect(await reasons(signatureId)).toBe('intact');
    await db().signatureRequest.update({ where: { id: signatureId }, data: { status: 'voided' } });
    expect(await check(signatureId)).toMatchObject({
      standing: 'voided',
      verdict: { state: 'intact', compared: false },
    });
    await db().signatureRequest.update({ where: { id: signatureId }, data: { status: 'signed' } });
    await db().submission.update({ where: { id }, data: { answers: {} } });
    expect(await reasons(signatureId)).toEqual(['answers']);
    await db().submissionEvent.create({
      data: {
        submissionId: id,
        seq: 1000,
        type: contentErasedEvent,
        data: {},
        at: world.clock.now(),
        actor: 'system',
      },
    });
    expect(await reasons(signatureId)).toBe('content_deleted');
  });
});

describe('the page', () => {
  it('shows every word of the text that is sealed, in each language', async () => {
    const id = await submitted();
    await addFile(id, 'plan.txt');
    for (const language of languages) {
      const view = await readSignView(world.app, kari, id, { language });
      if (!view?.toSign) throw new Error('Nothing to sign');
      const page = renderToStaticMarkup(
        createElement(SignStep, { view, actor: kari, language, problem: 'cancelled' }),
      );
      const words = signingText(view.toSign.document).split(/\n+|: /);
      for (const word of words) expect(page).toContain(word);
      expect(page).toContain(view.toSign.seen.contentHash);
      expect(sha256Hex(signingText(view.toSign.document))).toBe(view.toSign.seen.textHash);
    }
  });

  it('writes the text in one agreed way', async () => {
    const id = await submitted();
    const view = await readSignView(world.app, kari, id, { language: 'nb' });
    expect(view?.toSign && signingText(view.toSign.document).replaceAll('\u00a0', ' ')).toBe(
      [
        'Prøvegebyr',
        'Jeg bekrefter',
        'Side\nAntall: 3\nVedlegg: Ingen vedlegg',
        'Prøvegebyr\nGebyr: 3 × 100,00 kr = 300,00 kr (ikke merverdiavgiftspliktig)\nSum: 300,00 kr',
      ].join('\n\n'),
    );
  });
});

async function addFile(submissionId: string, filename: string): Promise<string> {
  const content = Buffer.from(filename);
  const id = world.app.ids.uuid();
  await db().attachment.create({
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
