import { describe, expect, it } from 'vitest';
import { db } from '../testing/journey-stage.ts';
import { readSignView } from './read-sign-view.ts';
import { rejectSignature } from './reject-signature.ts';
import { signSubmission } from './sign-submission.ts';
import {
  caseOf,
  paid,
  requestsOf,
  shown,
  signingStage,
  submitted,
  substantial,
} from './testing/signing-stage.ts';

const stage = signingStage();

describe('rejecting', () => {
  it('goes back to the answers as a new revision, and voids request and order', async () => {
    const id = await submitted(stage);
    expect(await rejectSignature(stage.world.app, stage.kari, id)).toEqual({ kind: 'rejected' });
    expect(await caseOf(stage, id)).toMatchObject({
      status: 'draft',
      revision: 2,
      contentHash: null,
      submittedAt: null,
      answers: { count: '3' },
    });
    expect((await requestsOf(stage, id)).map((request) => request.status)).toEqual(['rejected']);
    expect(await db(stage).order.count({ where: { submissionId: id, voidedAt: null } })).toBe(0);
    expect(await db(stage).message.count({ where: { submissionId: id } })).toBe(0);
    expect(await rejectSignature(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
    expect(
      await signSubmission(stage.world.app, stage.kari, id, {
        seen: { contentHash: 'x', textHash: 'x', language: 'nb' },
      }),
    ).toEqual({ kind: 'moved_on' });
  });

  it('rule 4: releases a reservation, and says so', async () => {
    const { id, attemptId } = await paid(stage);
    await rejectSignature(stage.world.app, stage.kari, id);
    await stage.world.work();
    expect(await db(stage).paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
      status: 'voided',
    });
    expect((await caseOf(stage, id)).status).toBe('draft');
    expect(await db(stage).message.findMany({ where: { submissionId: id } })).toMatchObject([
      { kind: 'rejected' },
    ]);
  });

  it('rule 4: refunds what was taken, and says so', async () => {
    const { id, attemptId } = await paid(stage, {
      ...substantial,
      payment: { agreement: 'nets', capture: 'now' },
    });
    expect(
      (await readSignView(stage.world.app, stage.kari, id, { language: 'nb' }))?.toSign?.money,
    ).toMatchObject({
      kind: 'taken',
      amountMinor: 30_000,
    });
    await rejectSignature(stage.world.app, stage.kari, id);
    expect(await caseOf(stage, id)).toMatchObject({ status: 'draft', paidAt: null });
    await stage.world.work();
    expect(await db(stage).paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
      status: 'refunded',
      refundedMinor: 30_000n,
    });
    const kinds = (await db(stage).message.findMany({ where: { submissionId: id } })).map(
      (message) => message.kind,
    );
    expect(kinds.sort()).toEqual(['refunded', 'rejected']);
  });

  it('happens or the signature happens, never both', async () => {
    const id = await submitted(stage);
    const seen = await shown(stage, id);
    const results = await Promise.all([
      signSubmission(stage.world.app, stage.kari, id, { seen }),
      rejectSignature(stage.world.app, stage.kari, id),
    ]);
    const kinds = results.map((result) => result.kind).sort();
    expect([
      ['moved_on', 'signed'],
      ['moved_on', 'rejected'],
    ]).toContainEqual(kinds);
    expect((await caseOf(stage, id)).status).toBe(kinds.includes('signed') ? 'awaiting_payment' : 'draft');
  });
});
