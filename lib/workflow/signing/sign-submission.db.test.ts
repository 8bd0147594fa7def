import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SignStep } from '@/app/_server/sign-step-page.tsx';
import { addSeconds } from '@/lib/core/clock.ts';
import { languages } from '@/lib/core/language.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { db } from '../testing/journey-stage.ts';
import { readSignView } from './read-sign-view.ts';
import { rejectSignature } from './reject-signature.ts';
import { signSubmission } from './sign-submission.ts';
import { signingText } from './signing-document.ts';
import {
  addFile,
  caseOf,
  check,
  paid,
  requestsOf,
  shown,
  sign,
  signed,
  signedIn,
  signingStage,
  submitted,
  substantial,
} from './testing/signing-stage.ts';

const stage = signingStage();

const eventsOf = async (submissionId: string) =>
  (await db(stage).submissionEvent.findMany({ where: { submissionId }, orderBy: { seq: 'asc' } })).map(
    (event) => event.type,
  );

async function proved(
  id: string,
  actor = stage.kari,
  change: { contentHash?: string; provedAt?: Date | null; acr?: string } = {},
): Promise<string> {
  const stepUpId = stage.world.app.ids.uuid();
  const now = stage.world.clock.now();
  await db(stage).stepUp.create({
    data: {
      id: stepUpId,
      submissionId: id,
      personId: actor.personId,
      sessionId: actor.sessionId,
      state: stage.world.app.ids.token(),
      nonce: 'n',
      codeVerifier: 'v',
      acrAsked: 'idporten-loa-high',
      contentHash: (await caseOf(stage, id)).contentHash ?? '',
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

describe('signing', () => {
  it('rule 10, 17: seals, records and moves on in one go', async () => {
    const id = await submitted(stage);
    expect((await caseOf(stage, id)).status).toBe('awaiting_signature');
    const signatureId = await signed(stage, id);
    expect((await caseOf(stage, id)).status).toBe('awaiting_payment');
    const [request] = await requestsOf(stage, id);
    expect(request).toMatchObject({
      id: signatureId,
      status: 'signed',
      personId: stage.kari.personId,
      signedByName: 'Kari Testesen',
      signedAcr: 'idporten-loa-substantial',
      signedAt: stage.world.clock.now(),
      authTime: stage.world.clock.now(),
    });
    expect(await eventsOf(id)).toEqual([
      'submission.started',
      'submission.submitted',
      'signature.signed',
      'submission.signed',
    ]);
    expect((await check(stage, signatureId)).verdict).toMatchObject({
      state: 'intact',
      compared: true,
      textCompared: true,
    });
    // Rule 19: neither who it was nor what they answered can be read from the seal.
    const body = Buffer.from(request?.seal?.split('.')[1] ?? '', 'base64url').toString();
    expect(body).not.toMatch(new RegExp(`${stage.kari.personId}|Kari|12858514140`));
  });

  it('completes a case where nothing is to be paid', async () => {
    const id = await submitted(stage, 'pay_after_sign', substantial, '0');
    await signed(stage, id);
    expect((await caseOf(stage, id)).status).toBe('completed');
  });

  it('takes the reserved money when it has been signed', async () => {
    const { id } = await paid(stage);
    await signed(stage, id);
    await stage.world.work();
    expect((await caseOf(stage, id)).status).toBe('completed');
    expect(
      await db(stage).paymentAttempt.findFirstOrThrow({ where: { order: { submissionId: id } } }),
    ).toMatchObject({ status: 'captured' });
  });

  it('gives one signature for two clicks at once', async () => {
    const id = await submitted(stage);
    const seen = await shown(stage, id);
    const results = await Promise.all(
      Array.from({ length: 5 }, () => signSubmission(stage.world.app, stage.kari, id, { seen })),
    );
    expect(results.map((result) => result.kind).sort()).toEqual([
      'moved_on',
      'moved_on',
      'moved_on',
      'moved_on',
      'signed',
    ]);
    expect((await eventsOf(id)).filter((type) => type === 'signature.signed')).toHaveLength(1);
    expect(await requestsOf(stage, id)).toHaveLength(1);
  });

  it('does not sign what the person did not see', async () => {
    const id = await submitted(stage);
    const seen = await shown(stage, id);
    for (const other of [
      { contentHash: 'x' },
      { textHash: 'x' },
      { language: 'en' as const, textHash: sha256Hex('x') },
    ]) {
      expect(await signSubmission(stage.world.app, stage.kari, id, { seen: { ...seen, ...other } })).toEqual({
        kind: 'content_changed',
      });
    }
    // Rejected and submitted anew with other answers in another tab, while this page was open.
    await rejectSignature(stage.world.app, stage.kari, id);
    await saveAnswers(
      stage.world.app,
      stage.kari,
      id,
      'one',
      { count: ['4'], _shown: ['count'] },
      (await caseOf(stage, id)).answersVersion,
    );
    await confirmSubmission(stage.world.app, stage.kari, id, undefined);
    expect(await signSubmission(stage.world.app, stage.kari, id, { seen })).toEqual({
      kind: 'content_changed',
    });
    expect((await requestsOf(stage, id)).map((request) => request.status)).toEqual(['rejected', 'pending']);
  });

  it('signs nothing, and tells the owner, when what was frozen is not what is stored', async () => {
    const id = await submitted(stage);
    await db(stage).submission.update({ where: { id }, data: { answers: { count: '1' } } });
    expect(await sign(stage, id)).toEqual({ kind: 'failed', reason: 'content_damaged' });
    expect(await db(stage).alarm.findMany({ where: { submissionId: id } })).toMatchObject([
      { kind: 'content_damaged' },
    ]);
    expect((await caseOf(stage, id)).status).toBe('awaiting_signature');
  });

  it('rule 13: is for the party that was asked, and looks the same as nothing to everybody else', async () => {
    const id = await submitted(stage);
    const stranger = await signedIn(stage, 'Ola Testesen', 'idporten-loa-high');
    const seen = await shown(stage, id);
    await expect(signSubmission(stage.world.app, stranger, id, { seen })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(rejectSignature(stage.world.app, stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readSignView(stage.world.app, stranger, id, { language: 'nb' })).rejects.toMatchObject({
      code: 'not_found',
    });
    const signatureId = await signed(stage, id);
    await expect(check(stage, signatureId, stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(check(stage, stage.world.app.ids.uuid())).rejects.toMatchObject({ code: 'not_found' });
    await expect(check(stage, 'nonsense')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('step-up', () => {
  it('is asked for when the sign-in is too low, and spent once', async () => {
    const id = await submitted(stage, 'pay_after_sign', { signing: { acr: 'idporten-loa-high' } });
    const hash = (await caseOf(stage, id)).contentHash;
    expect(await sign(stage, id)).toEqual({
      kind: 'step_up_required',
      acr: 'idporten-loa-high',
      contentHash: hash,
    });
    const stepUpId = await proved(id);
    const view = await readSignView(stage.world.app, stage.kari, id, { language: 'nb', stepUpId });
    expect(view?.toSign).toMatchObject({ needsStepUp: false, stepUpId });
    expect(await sign(stage, id, stepUpId)).toMatchObject({ kind: 'signed' });
    expect(await requestsOf(stage, id)).toMatchObject([{ signedAcr: 'idporten-loa-high' }]);
    expect(await db(stage).stepUp.findUniqueOrThrow({ where: { id: stepUpId } })).toMatchObject({
      usedAt: stage.world.clock.now(),
    });
  });

  it.each<[string, { contentHash?: string; provedAt?: null; acr?: string }]>([
    ['for other content', { contentHash: 'x' }],
    ['that was not finished', { provedAt: null }],
    ['at a lower level', { acr: 'idporten-loa-substantial' }],
  ])('does not count when it is one %s', async (_what, change) => {
    const id = await submitted(stage, 'pay_after_sign', { signing: { acr: 'idporten-loa-high' } });
    expect(await sign(stage, id, await proved(id, stage.kari, change))).toMatchObject({
      kind: 'step_up_required',
    });
  });

  it('does not count when it is that of another person or case, or nonsense', async () => {
    const id = await submitted(stage, 'pay_after_sign', { signing: { acr: 'idporten-loa-high' } });
    const another = await submitted(stage, 'pay_after_sign', { signing: { acr: 'idporten-loa-high' } });
    for (const stepUpId of [
      await proved(id, await signedIn(stage, 'Ola Testesen')),
      await proved(another),
      'nonsense',
    ]) {
      expect(await sign(stage, id, stepUpId)).toMatchObject({ kind: 'step_up_required' });
      expect(
        (await readSignView(stage.world.app, stage.kari, id, { language: 'nb', stepUpId }))?.toSign,
      ).toMatchObject({
        needsStepUp: true,
      });
    }
  });

  it('is asked for when the sign-in is at the level but long ago', async () => {
    const id = await submitted(stage);
    stage.world.clock.forward(16 * 60);
    expect(await sign(stage, id)).toMatchObject({
      kind: 'step_up_required',
      acr: 'idporten-loa-substantial',
    });
    expect(await sign(stage, id, await proved(id))).toMatchObject({ kind: 'signed' });
  });

  it('cannot be signed with a session that has ended', async () => {
    const id = await submitted(stage);
    const seen = await shown(stage, id);
    const gone = { ...stage.kari, sessionId: stage.world.app.ids.uuid() };
    await expect(signSubmission(stage.world.app, gone, id, { seen })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
  });
});

describe('the page', () => {
  it('shows every word of the text that is sealed, in each language', async () => {
    const id = await submitted(stage);
    await addFile(stage, id, 'plan.txt');
    for (const language of languages) {
      const view = await readSignView(stage.world.app, stage.kari, id, { language });
      if (!view?.toSign) throw new Error('Nothing to sign');
      const page = renderToStaticMarkup(
        createElement(SignStep, { view, actor: stage.kari, language, problem: 'cancelled' }),
      );
      const words = signingText(view.toSign.document).split(/\n+|: /);
      for (const word of words) expect(page).toContain(word);
      expect(page).toContain(view.toSign.seen.contentHash);
      expect(sha256Hex(signingText(view.toSign.document))).toBe(view.toSign.seen.textHash);
    }
  });

  it('writes the text in one agreed way', async () => {
    const id = await submitted(stage);
    const view = await readSignView(stage.world.app, stage.kari, id, { language: 'nb' });
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
