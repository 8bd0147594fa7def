import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  findAddressee,
  findByMessage,
  findPayment,
  readAttempt,
  withoutSnapshot,
} from '@/lib/payments/attempt.ts';
import { readOrderStanding } from '@/lib/payments/standing.ts';
import { lockSubmission, lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { ask } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { verifyPayment } from './verify-payment.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();

afterEach(() => vi.restoreAllMocks());

const db = () => stage.world.app.db;

/** Without what the client adds to its rows for a debugger. */
const plain = <T extends object>(row: T): T => Object.fromEntries(Object.entries(row)) as T;

describe('what is read in one statement', () => {
  it('is what the client reads', async () => {
    const id = await stage.journey.confirmed();
    const { snapshot: _, ...attempt } = plain(await stage.journey.paid(id));
    const { answers, fetched, ...bare } = plain(await db().submission.findUniqueOrThrow({ where: { id } }));
    const locked = await db().$transaction((tx) => lockSubmission(tx, id));
    expect(locked).toEqual(bare);
    expect(await db().$transaction((tx) => lockWithAnswers(tx, id))).toEqual({ ...bare, answers, fetched });

    expect(await readAttempt(db(), attempt.id)).toEqual(attempt);
    expect(attempt).toEqual(
      await db().paymentAttempt.findUnique({ where: { id: attempt.id }, omit: withoutSnapshot }),
    );
    const agreement = await db().paymentAgreement.findUniqueOrThrow({ where: { id: attempt.agreementId } });
    const payment = { attempt, agreement, submissionId: id };
    expect(await findPayment(db(), attempt.id)).toEqual(payment);
    const { reference, providerPaymentId } = attempt;
    for (const named of [{ reference }, { providerPaymentId }])
      expect(await findByMessage(db(), agreement.id, named)).toEqual(payment);
    expect(await findAddressee(db(), agreement.endpointToken, attempt.id)).toEqual({ agreement, payment });
    for (const none of [null, id])
      expect(await findAddressee(db(), agreement.endpointToken, none)).toEqual({ agreement });
    expect(await findAddressee(db(), 'abc', attempt.id)).toBeUndefined();

    expect(await readOrderStanding(db(), id)).toMatchObject({
      order: { totalMinor: 30_000 },
      settledMinor: 0,
    });
    await ask(stage.world, attempt);
    expect((await readOrderStanding(db(), id)).settledMinor).toBe(30_000);
  });
});

describe('an answer that moves nothing', () => {
  it('opens no transaction; while the payment is open it sets when to ask again', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.open(id);
    stage.world.clock.forward(60);
    const transactions = vi.spyOn(stage.world.app.db, '$transaction');
    const { attempt: asked } = await ask(stage.world, attempt);
    expect(transactions).not.toHaveBeenCalled();
    expect(asked).toMatchObject({ status: 'pending', unknownSince: null });
    expect(asked.nextCheckAt?.getTime()).toBe(stage.world.clock.now().getTime() + 30_000);
    expect((await stage.journey.attempt(attempt.id)).nextCheckAt).toEqual(asked.nextCheckAt);

    await stage.world.nets.pay(attempt.providerPaymentId);
    await ask(stage.world, attempt);
    expect(transactions).toHaveBeenCalledTimes(1);
    const paid = plain(await stage.journey.attempt(attempt.id));
    await ask(stage.world, attempt);
    expect(transactions).toHaveBeenCalledTimes(1);
    expect(plain(await stage.journey.attempt(attempt.id))).toEqual(paid);
    expect(paid.nextCheckAt).toBeNull();
  });

  it('rule 10: that comes after the payment has moved is held against what it is now', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.open(id);
    const slow: App = {
      ...stage.world.app,
      openProvider: (agreement) => {
        const provider = stage.world.app.openProvider(agreement);
        return {
          ...provider,
          async fetch(payment) {
            const evidence = await provider.fetch?.(payment);
            if (!evidence) throw new Error('It can be asked');
            // Before this answer arrives, it is paid, and another process is told so.
            await stage.world.nets.pay(attempt.providerPaymentId);
            await ask(stage.world, attempt);
            return evidence;
          },
        };
      },
    };
    const { attempt: asked } = await verifyPayment(slow, attempt.id);
    expect(asked).toMatchObject({ status: 'captured', nextCheckAt: null });
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({ status: 'captured', nextCheckAt: null });
    expect(await stage.journey.status(id)).toBe('completed');
  });
});
