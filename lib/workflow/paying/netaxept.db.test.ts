import { describe, expect, it, vi } from 'vitest';
import { providers } from '@/lib/payments/providers/registry.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import {
  completed,
  day,
  later,
  opened,
  payAfterAll,
  refundPart,
  sums,
  usualMinor,
} from './contract/testing/stage.ts';
import { stageFor } from './contract/testing/stage-for.ts';
import { performOperation } from './perform-operation.ts';
import { receiveMessage } from './receive-message.ts';
import { returnFromPayment } from './return-from-payment.ts';

/* What is Netaxept's own; what it shares with the others is in contract/. */
vi.setConfig({ testTimeout: 60_000 });

const { stage, call } = stageFor('netaxept');

const agreement = () => stage.world.app.db.paymentAgreement.findFirstOrThrow({ where: { name: 'netaxept' } });
const statusOf = async (id: string) => (await stage.journey.attempt(id)).status;
const nextCheck = async (id: string) => (await stage.journey.attempt(id)).nextCheckAt;

describe('what the browser brings back', () => {
  it('tells of a payer who left, which nobody else does: the next try has a page of its own', async () => {
    const { id, attempt } = await opened(stage);
    const { query } = await stage.provider.visit(attempt, 'cancel');
    expect(query).toEqual({ transactionId: attempt.providerPaymentId, responseCode: 'Cancel' });
    await returnFromPayment(stage.world.app, attempt.id);
    expect(await statusOf(attempt.id)).toBe('pending');
    await returnFromPayment(stage.world.app, attempt.id, undefined, query);
    expect(await statusOf(attempt.id)).toBe('cancelled');
    const again = await payAfterAll(stage, id);
    expect(again.redirectUrl).not.toBe(attempt.redirectUrl);
  });

  it('is believed of nothing else: not of another transaction, and not of money', async () => {
    const { id, attempt } = await opened(stage);
    const transactionId = attempt.providerPaymentId ?? '';
    const back = (query: Record<string, string>) =>
      returnFromPayment(stage.world.app, attempt.id, undefined, query);
    await back({ transactionId: '0'.repeat(32), responseCode: 'Cancel' });
    await back({ transactionId, responseCode: 'OK' });
    await back({ transactionId });
    expect(await statusOf(attempt.id)).toBe('pending');
    await stage.provider.visit(attempt, 'pay');
    await back({ transactionId, responseCode: 'Cancel' });
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    await back({ transactionId, responseCode: 'Cancel' });
    await back({ transactionId, responseCode: '99' });
    expect(await statusOf(attempt.id)).toBe('captured');
  });

  it('and a fault of the provider that shows it too: declined, as it says', async () => {
    await stage.provider.fault('left', 'error');
    const { attempt } = await opened(stage);
    await stage.provider.visit(attempt, 'cancel');
    await later(stage, 31);
    expect(await statusOf(attempt.id)).toBe('failed');
  });
});

describe('a page that nobody can close', () => {
  it('is asked about after the case has moved on: what is held there is let go, though nobody comes back', async () => {
    const { id, attempt } = await opened(stage);
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'withdrawn' });
    await stage.world.work();
    expect(await statusOf(attempt.id)).toBe('cancelled');
    await later(stage, 3 * day);
    await stage.provider.visit(attempt, 'pay');
    await later(stage, 3 * day);
    expect(await sums(stage, id)).toMatchObject({ reserved: usualMinor, charged: 0, cancelled: usualMinor });
    expect(await stage.journey.alarms(id)).toEqual([]);
  });

  it('is asked about ever more seldom, and for a month', async () => {
    const { id, attempt } = await opened(stage);
    await withdrawSubmission(stage.world.app, stage.kari, id);
    await stage.world.work();
    let asked = 0;
    for (let days = 0; days <= 70; days++) {
      const before = await nextCheck(attempt.id);
      await later(stage, day);
      if ((await nextCheck(attempt.id))?.getTime() !== before?.getTime()) asked += 1;
    }
    expect(await nextCheck(attempt.id)).toBeNull();
    expect(asked).toBeLessThan(10);
  });
});

describe('without idempotency keys', () => {
  it('a refund that is slow there is not sent again while it may still be carried out', async () => {
    const { id, attempt } = await completed(stage);
    await stage.provider.fault('credit', 'lost-before-commit', 3);
    expect(await refundPart(stage, attempt, 10_000)).toBe('unknown');
    await stage.provider.calm();
    const open = () =>
      stage.world.app.db.paymentOperation.findFirstOrThrow({
        where: { attemptId: attempt.id, kind: 'refund' },
      });
    const { id: operationId, nextTryAt } = await open();
    expect(nextTryAt?.getTime()).toBe(stage.world.clock.now().getTime() + 60_000);
    await later(stage, 31);
    expect((await open()).status).toBe('sent');
    // The first one arrives after all.
    await credit(attempt.providerPaymentId ?? '', 10_000);
    stage.world.clock.forward(31);
    expect(await performOperation(stage.world.app, operationId)).toBe('done');
    expect((await sums(stage, id)).books.flatMap(({ refunds }) => refunds)).toEqual([10_000]);
    await stage.world.work();
  });
});

describe('an agreement', () => {
  const opens = (change: object) =>
    providers.get('netaxept').open(
      { merchantId: '11000350', token: 'sandbox+netaxept/token=1', ...change },
      {
        environment: 'live',
        baseUrl: `${stage.world.sandboxUrl}/netaxept`,
        fetch,
        timeoutMs: 5_000,
        pause: async () => undefined,
      },
    );

  it('is known by asking for what nobody has made; a token that is not accepted is refused', async () => {
    expect(await opens({}).check?.()).toEqual({ outcome: 'done' });
    expect(await opens({ token: 'wrong' }).check?.()).toMatchObject({
      outcome: 'refused',
      code: 'NETS_AUTHENTICATION',
    });
  });

  it('may not be able to list methods: then what is not allowed slips in, and is given back', async () => {
    const ways = { methods: ['Visa'], cardTypes: [] };
    expect(opens({}).limits(ways, 'NOK').slips).toEqual([]);
    expect(opens({ listsMethods: false }).limits(ways, 'NOK').slips).toEqual([
      'MasterCard',
      'AmericanExpress',
      'Dankort',
      'Other',
    ]);
  });

  it('takes no message from anybody', async () => {
    const { endpointToken } = await agreement();
    const { attempt } = await opened(stage);
    const message = {
      headers: new Headers(),
      body: JSON.stringify({ transactionId: attempt.providerPaymentId }),
    };
    expect(await receiveMessage(stage.world.app, 'netaxept', endpointToken, attempt.id, message)).toBe(
      'malformed',
    );
  });
});

/** What reaches the provider late. */
async function credit(transactionId: string, amount: number): Promise<void> {
  const body = new URLSearchParams({
    merchantId: '11000350',
    token: 'sandbox+netaxept/token=1',
    transactionId,
    operation: 'CREDIT',
    transactionAmount: String(amount),
  });
  const reply = await fetch(`${stage.world.sandboxUrl}/netaxept/Netaxept/Process.aspx`, {
    method: 'POST',
    body,
  });
  expect(await reply.text()).toContain('<ResponseCode>OK</ResponseCode>');
  expect(await call<object>(`/netaxept/books/${transactionId}`)).toMatchObject({ refunded: amount });
}
