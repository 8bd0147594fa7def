import { describe, expect, it } from 'vitest';
import { contentErasedEvent } from '@/lib/core/content-erased.ts';
import { rotateSealingKey } from '@/lib/signing/keys.ts';
import { contentHash } from '../engine/case-content.ts';
import { db } from '../testing/journey-stage.ts';
import { readSigningContent } from './signing-payload.ts';
import { addFile, caseOf, check, signed, signingStage, submitted } from './testing/signing-stage.ts';

const stage = signingStage();

const reasons = async (signatureId: string) => {
  const { verdict } = await check(stage, signatureId);
  return verdict.state === 'broken' ? verdict.reasons : verdict.state;
};

describe('the check', () => {
  it('names what was changed in the database afterwards', async () => {
    const id = await submitted(stage);
    const signatureId = await signed(stage, id);
    const version = await db(stage).serviceVersion.findUniqueOrThrow({
      where: { id: (await caseOf(stage, id)).serviceVersionId },
    });
    const order = await db(stage).order.findFirstOrThrow({ where: { submissionId: id } });
    const tampered: [() => Promise<unknown>, () => Promise<unknown>, string[]][] = [
      [
        () => db(stage).submission.update({ where: { id }, data: { answers: { count: '30' } } }),
        () => db(stage).submission.update({ where: { id }, data: { answers: { count: '3' } } }),
        ['answers'],
      ],
      [
        () => db(stage).order.update({ where: { id: order.id }, data: { netMinor: 1n, totalMinor: 1n } }),
        () =>
          db(stage).order.update({
            where: { id: order.id },
            data: { netMinor: order.netMinor, totalMinor: order.totalMinor },
          }),
        ['order'],
      ],
      [
        () =>
          db(stage).signatureRequest.update({
            where: { id: signatureId },
            data: { signedByName: 'Ola Testesen' },
          }),
        () =>
          db(stage).signatureRequest.update({
            where: { id: signatureId },
            data: { signedByName: 'Kari Testesen' },
          }),
        ['signer'],
      ],
      [
        () =>
          db(stage).signatureRequest.update({
            where: { id: signatureId },
            data: { signedAcr: 'idporten-loa-high' },
          }),
        () =>
          db(stage).signatureRequest.update({
            where: { id: signatureId },
            data: { signedAcr: 'idporten-loa-substantial' },
          }),
        ['level'],
      ],
      [
        () =>
          db(stage).serviceVersion.update({
            where: { id: version.id },
            data: { definition: { ...(version.definition as object), category: 'other' } },
          }),
        () =>
          db(stage).serviceVersion.update({
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
    await addFile(stage, id, 'plan.txt');
    expect(await reasons(signatureId)).toEqual(['attachments']);
  });

  it('computes hashes of files from their bytes', async () => {
    const id = await submitted(stage);
    const fileId = await addFile(stage, id, 'plan.txt');
    // As it would be, had the file been there at confirmation.
    const frozen = contentHash((await readSigningContent(db(stage), await caseOf(stage, id))).content);
    await db(stage).submission.update({ where: { id }, data: { contentHash: frozen } });
    await db(stage).signatureRequest.updateMany({
      where: { submissionId: id },
      data: { contentHash: frozen },
    });
    const signatureId = await signed(stage, id);
    expect(await reasons(signatureId)).toBe('intact');
    await db(stage).attachment.update({ where: { id: fileId }, data: { content: Buffer.from('other') } });
    expect(await reasons(signatureId)).toEqual(['attachments']);
  });

  it('rule 17, 19: holds after the key was rotated, says when the signature is void, and when the content is erased', async () => {
    const id = await submitted(stage);
    const signatureId = await signed(stage, id);
    await rotateSealingKey(db(stage), stage.world.app.box, stage.world.clock.now());
    expect(await reasons(signatureId)).toBe('intact');
    await db(stage).signatureRequest.update({ where: { id: signatureId }, data: { status: 'voided' } });
    expect(await check(stage, signatureId)).toMatchObject({
      standing: 'voided',
      verdict: { state: 'intact', compared: false },
    });
    await db(stage).signatureRequest.update({ where: { id: signatureId }, data: { status: 'signed' } });
    await db(stage).submission.update({ where: { id }, data: { answers: {} } });
    expect(await reasons(signatureId)).toEqual(['answers']);
    await db(stage).submissionEvent.create({
      data: {
        submissionId: id,
        seq: 1000,
        type: contentErasedEvent,
        data: {},
        at: stage.world.clock.now(),
        actor: 'system',
      },
    });
    expect(await reasons(signatureId)).toBe('content_deleted');
  });
});
