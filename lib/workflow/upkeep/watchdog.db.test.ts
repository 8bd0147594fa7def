import { describe, expect, it, vi } from 'vitest';
import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { receiveMessage } from '../paying/receive-message.ts';
import { startPayment } from '../paying/start-payment.ts';
import { breakCase } from '../testing/break-case.ts';
import { openSandbox } from '../testing/provider-sandbox.ts';
import { minutes, openAlarms, workerStage } from './testing/worker-stage.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = workerStage();

/** Its payer pays and never comes back; one that cannot be asked tells of it. */
interface At {
  provider: string;
  asks: boolean;
}
const asked: At = { provider: 'nets', asks: true };
const unasked: At = { provider: 'dibs', asks: false };

const payment = ({ provider }: At, capture: 'now' | 'reserve' = 'now') => ({
  payment: { agreement: provider, capture },
});

/** Opens a payment, and gives what lets the payer pay it. */
async function opened(
  { provider }: At,
  id: string,
): Promise<{ attempt: PaymentAttempt; pay(): Promise<void> }> {
  const { app, journey, kari } = stage;
  const started = await startPayment(app, kari, id);
  const attempt = (await journey.attempts(id)).at(-1);
  if (started.kind !== 'open' || !attempt) throw new Error(started.kind);
  const pay = async () => {
    const { back } = await sandboxAt(provider).visit(attempt, 'pay');
    if (!back) return;
    const { endpointToken } = await app.db.paymentAgreement.findFirstOrThrow({ where: { provider } });
    // It is stored before anything is done about it: a failure is not the end of it.
    await receiveMessage(app, provider, endpointToken, attempt.id, back).catch(() => undefined);
  };
  return { attempt, pay };
}

const sandboxAt = (provider: string) => openSandbox(provider, stage.world.sandboxUrl);

async function booked({ provider }: At, reference: string) {
  const [book, ...more] = await sandboxAt(provider).books(reference);
  if (!book || more.length > 0) throw new Error(`Not one payment ${reference}`);
  return { taken: book.charged, refunded: book.refunded, cancelled: book.cancelled };
}

describe.each([asked, unasked])('money that no case is to have, at $provider (can be asked: $asks)', (at) => {
  it('is found within a minute, given back, and told to the owner', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', {
      change: { ...payment(at), deadlines: { draftDays: 30, paymentDays: 14, signingDays: 45 } },
    });
    const { attempt, pay } = await opened(at, id);
    await pay();
    await minutes(stage, 1);
    expect(await stage.journey.status(id)).toBe('awaiting_signature');
    expect(await booked(at, attempt.reference)).toMatchObject({ taken: 30_000, refunded: 0 });
    // As a bug would leave it: closed without a word about the money.
    await stage.app.db.submission.update({ where: { id }, data: { status: 'withdrawn', deadlineAt: null } });
    await minutes(stage, 1);
    expect(await booked(at, attempt.reference)).toMatchObject({ taken: 30_000, refunded: 30_000 });
    expect(await openAlarms(stage, id)).toMatchObject([{ kind: 'stranded_money', attemptId: attempt.id }]);
    expect(await balance(stage.app.db, attempt.id, 'provider')).toBe(0);
    expect(await balance(stage.app.db, attempt.id, 'held')).toBe(0);
    expect(await stage.journey.messages(id, 'refunded')).toBe(1);
  });

  it('a paid case that cannot be carried on: tried for five minutes, then given back, once', async () => {
    const id = await stage.journey.confirmed('submit_and_pay', { change: payment(at) });
    const { attempt, pay } = await opened(at, id);
    await breakCase(stage.app, id);
    await pay();
    await minutes(stage, 4);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect(await openAlarms(stage, id)).toEqual([]);
    await minutes(stage, 6);
    const { taken, refunded, cancelled } = await booked(at, attempt.reference);
    expect(taken - refunded).toBe(0);
    expect(refunded + cancelled).toBe(30_000);
    expect(await openAlarms(stage, id)).toMatchObject([{ kind: 'payment_stuck', attemptId: attempt.id }]);
    expect(await balance(stage.app.db, attempt.id, 'provider')).toBe(0);
    expect(await stage.journey.events(id)).toContain('payment.stuck');
    await minutes(stage, 2);
    expect(
      await stage.app.db.paymentOperation.count({
        where: { attemptId: attempt.id, kind: { not: 'create' } },
      }),
    ).toBe(1);
  });

  it('a hitch of less than five minutes is none: the case goes on as if nothing had been', async () => {
    const id = await stage.journey.confirmed('submit_and_pay', { change: payment(at) });
    const { serviceVersionId } = await stage.app.db.submission.findUniqueOrThrow({ where: { id } });
    const { attempt, pay } = await opened(at, id);
    await breakCase(stage.app, id);
    await pay();
    await minutes(stage, 3);
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({
      stuckSince: expect.any(Date),
      capturedMinor: 0n,
    });
    await stage.app.db.submission.update({ where: { id }, data: { serviceVersionId } });
    await minutes(stage, 3);
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({ status: 'captured', stuckSince: null });
    expect(await openAlarms(stage, id)).toEqual([]);
    expect(await booked(at, attempt.reference)).toMatchObject({ taken: 30_000, refunded: 0 });
  });
});
