import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { startSubmission } from '../filling/start-submission.ts';
import { seenOnCheckPage } from '../testing/seen-of.ts';
import { createWorld, type World } from '../testing/world.ts';
import { startPayment } from './start-payment.ts';
import { verifyPayment } from './verify-payment.ts';

let world: World;
let kari: Actor;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
});
afterAll(() => world?.close());
afterEach(() => world.nets.clearFaults());

async function confirmed(variant = 'submit_and_pay', count = '3'): Promise<string> {
  const { submissionId, firstPage } = await startSubmission(
    world.app,
    kari,
    await world.service(variant),
    'nb',
  );
  const saved = await saveAnswers(
    world.app,
    kari,
    submissionId,
    firstPage,
    { count: [count], _shown: ['count'] },
    0,
  );
  expect(saved).toMatchObject({ kind: 'saved', errors: [] });
  expect(await confirmSubmission(world.app, kari, submissionId, undefined)).toEqual({ kind: 'confirmed' });
  return submissionId;
}

const statusOf = async (id: string) =>
  (await world.app.db.submission.findUniqueOrThrow({ where: { id } })).status;
const attemptsOf = (submissionId: string) =>
  world.app.db.paymentAttempt.findMany({
    where: { order: { submissionId } },
    orderBy: [{ createdAt: 'asc' }, { reference: 'asc' }],
  });

async function onlyAttempt(submissionId: string) {
  const [attempt, ...more] = await attemptsOf(submissionId);
  expect(more).toEqual([]);
  if (!attempt?.providerPaymentId) throw new Error('No open attempt');
  return { ...attempt, providerPaymentId: attempt.providerPaymentId };
}

describe('submit_and_pay', () => {
  it('rule 8: ten starts at once open one payment at the provider', async () => {
    const id = await confirmed();
    const started = await Promise.all(Array.from({ length: 10 }, () => startPayment(world.app, kari, id)));
    expect(started.filter((one) => one.kind === 'open').length).toBeGreaterThan(0);
    const attempt = await onlyAttempt(id);
    expect((await world.nets.byReference(attempt.reference)).creates).toBe(1);
    const again = await startPayment(world.app, kari, id);
    expect(again).toEqual({
      kind: 'open',
      handOver: { kind: 'redirect', url: attempt.redirectUrl },
    });
  });

  it('rule 8: a paid order refuses a new attempt', async () => {
    const id = await confirmed();
    await startPayment(world.app, kari, id);
    const attempt = await onlyAttempt(id);
    await world.nets.pay(attempt.providerPaymentId);
    expect(await startPayment(world.app, kari, id)).toEqual({ kind: 'moved_on' });
    expect(await statusOf(id)).toBe('completed');
    await onlyAttempt(id);
  });

  it('reopening cancels the open payment at the provider first, and the next order has its own attempt', async () => {
    const id = await confirmed();
    await startPayment(world.app, kari, id);
    const first = await onlyAttempt(id);
    expect(await reopenSubmission(world.app, kari, id)).toEqual({ kind: 'reopened' });
    expect((await world.nets.byReference(first.reference)).terminated).toBeTruthy();
    const draft = await world.app.db.submission.findUniqueOrThrow({ where: { id } });
    const { price } = await seenOnCheckPage(world.app, kari, id);
    await saveAnswers(world.app, kari, id, 'one', { count: ['5'], _shown: ['count'] }, draft.answersVersion);
    const seen = await seenOnCheckPage(world.app, kari, id);
    expect(await confirmSubmission(world.app, kari, id, { ...seen, price })).toEqual({
      kind: 'price_changed',
      totalMinor: 50_000,
    });
    expect(await confirmSubmission(world.app, kari, id, seen)).toEqual({ kind: 'confirmed' });
    await startPayment(world.app, kari, id);
    const second = (await attemptsOf(id))[1];
    expect(second).toMatchObject({ status: 'pending', amountMinor: 50_000n });
    await world.nets.pay(second?.providerPaymentId ?? '');
    await verifyPayment(world.app, second?.id ?? '');
    expect(await statusOf(id)).toBe('completed');
  });

  it('a zero amount skips the payment step', async () => {
    const id = await confirmed('submit_and_pay', '0');
    expect(await statusOf(id)).toBe('completed');
    expect(await attemptsOf(id)).toEqual([]);
    expect(await world.app.db.receipt.findMany({ where: { submissionId: id } })).toMatchObject([
      { series: 'confirmation' },
    ]);
  });
});
