import { describe, expect, it, vi } from 'vitest';
import { balance } from '@/lib/payments/ledger.ts';
import { openAgreement } from '@/lib/payments/open-agreement.ts';
import type { Capabilities, OpenProvider } from '@/lib/payments/provider.ts';
import { rejectSignature } from '../signing/reject-signature.ts';
import { definitionFor } from '../testing/definition-for.ts';
import { ask, type OpenAttempt } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { cards } from '../testing/nets-books.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import { capturePolicy } from './capture-policy.ts';
import { performOperation } from './perform-operation.ts';
import { startPayment } from './start-payment.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = journeyStage();

const now = { payment: { agreement: 'nets', capture: 'now' } } as const;

const reserve = { payment: { agreement: 'nets', capture: 'reserve' } } as const;

const bookOf = (attempt: OpenAttempt) => stage.world.nets.byReference(attempt.reference);

/** A case of `pay_before_sign` that is paid, by reservation or at once, and waits for the signature. */
async function paidAndUnsigned(change = {}, card?: string): Promise<{ id: string; attempt: OpenAttempt }> {
  const id = await stage.journey.confirmed('pay_before_sign', { change });
  const attempt = await stage.journey.paid(id, card);
  await ask(stage.world, attempt);
  expect(await stage.journey.status(id)).toBe('awaiting_signature');
  return { id, attempt };
}

async function expectBalances(
  attempt: OpenAttempt,
  provider: number,
  held: number,
  earned: number,
): Promise<void> {
  const of = (account: 'provider' | 'held' | 'earned') => balance(stage.world.app.db, attempt.id, account);
  expect([await of('provider'), await of('held'), await of('earned')]).toEqual([provider, held, earned]);
}

describe('rule 4: the capture policy is checked against what the provider can do', () => {
  const can: Capabilities = {
    fetch: true,
    capture: true,
    cancel: true,
    refund: true,
    partialRefund: true,
    chargeAtOnce: true,
    safeRepeats: true,
    reservationDays: 30,
  };
  const policy = (variant: string, change: Partial<Capabilities>, capture: 'now' | 'reserve' = 'reserve') => {
    const definition = definitionFor(variant, 'x', { payment: { agreement: 'nets', capture } });
    return capturePolicy(definition, { capabilities: { ...can, ...change } } as OpenProvider);
  };

  it.each([
    ['pay_before_sign', {}, 'reserve', 'reserve'],
    ['pay_before_sign', { reservationDays: 15 }, 'reserve', 'reserve'],
    // 14 days to sign and a day for the capture itself.
    ['pay_before_sign', { reservationDays: 14 }, 'reserve', 'now'],
    ['pay_before_sign', { reservationDays: 0 }, 'reserve', 'now'],
    ['pay_before_sign', {}, 'now', 'now'],
    ['pay_before_sign', { capture: false }, 'reserve', 'now'],
    ['pay_before_sign', { cancel: false }, 'reserve', 'now'],
    ['pay_after_sign', { reservationDays: 0 }, 'reserve', 'reserve'],
    ['submit_and_pay', {}, 'now', 'now'],
    ['submit_and_pay', { chargeAtOnce: false }, 'now', 'reserve'],
    ['pay_before_sign', { chargeAtOnce: false, reservationDays: 15 }, 'now', 'reserve'],
    ['pay_before_sign', { chargeAtOnce: false, reservationDays: 14 }, 'reserve', 'now'],
    ['pay_before_sign', { chargeAtOnce: false, reservationDays: 14 }, 'now', 'now'],
  ] as const)('%s, %j, wanted %s: %s', (variant, change, wanted, policyIs) => {
    expect(policy(variant, change, wanted)).toBe(policyIs);
  });
});

describe('rule 4: reserve → persist → capture', () => {
  it('submit_and_pay with reserve: the reservation is taken at once by ourselves', async () => {
    const id = await stage.journey.confirmed('submit_and_pay', { change: reserve });
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    expect((await bookOf(attempt)).charged).toBe(30_000);
  });

  it('capture refused: back to payment, the signature kept, the reservation let go, and the next payment completes', async () => {
    const { id, attempt } = await paidAndUnsigned({}, cards.chargeFails);
    await stage.journey.sign(id);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({
      status: 'failed',
      failure: 'capture_refused',
    });
    expect(await bookOf(attempt)).toMatchObject({ reserved: 30_000, charged: 0, cancelled: 30_000 });
    expect(await stage.journey.messages(id, 'capture_failed')).toBe(1);
    const second = await stage.journey.paid(id);
    expect(second.id).not.toBe(attempt.id);
    await ask(stage.world, second);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await stage.world.app.db.signatureRequest.findMany({ where: { submissionId: id } })).toMatchObject(
      [{ status: 'signed' }],
    );
    expect(await stage.journey.alarms(id)).toEqual([]);
    await expectBalances(second, 30_000, 0, -30_000);
    await expectBalances(attempt, 0, 0, 0);
  });

  it('a key that is not accepted any more, or a provider that cannot be reached, does not fail a capture', async () => {
    const config = { PROVIDER_BASE_URLS: { nets: `${stage.world.sandboxUrl}/nets` } };
    const { id, attempt } = await paidAndUnsigned();
    await stage.journey.sign(id);
    const answer = (init?: RequestInit) =>
      init?.method === 'POST' ? new Response(null, { status: 401 }) : undefined;
    const open = (http: typeof fetch) => ({
      ...stage.world,
      app: {
        ...stage.world.app,
        openProvider: (agreement: Parameters<typeof openAgreement>[0]) =>
          openAgreement(agreement, stage.world.app.box, config.PROVIDER_BASE_URLS, {
            fetch: http,
            timeoutMs: 5000,
            pause: async () => undefined,
          }),
      },
    });
    const { id: operationId } = await stage.world.app.db.paymentOperation.findFirstOrThrow({
      where: { attemptId: attempt.id, kind: 'capture' },
    });
    const refused = () => {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    };
    const noKey = open(async (input, init) => answer(init) ?? fetch(input, init));
    expect(await performOperation(noKey.app, operationId)).toBe('unknown');
    const noWay = open(async (input, init) => (init?.method === 'POST' ? refused() : fetch(input, init)));
    expect(await performOperation(noWay.app, operationId)).toBe('unknown');
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({ status: 'authorized', failure: null });
    for (let tries = 0; tries < 4; tries++) await performOperation(noKey.app, operationId);
    expect(await stage.journey.alarms(id)).toEqual(['operation_unanswered']);
    await performOperation(stage.world.app, operationId);
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await stage.journey.alarms(id)).toEqual([]);
  });
});

describe('rule 4, 11: what is held or taken goes back', () => {
  it('signature rejected: the reservation is released, and no order is in force', async () => {
    const { id, attempt } = await paidAndUnsigned();
    expect(await rejectSignature(stage.world.app, stage.kari, id)).toEqual({ kind: 'rejected' });
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('draft');
    expect(await bookOf(attempt)).toMatchObject({ charged: 0, cancelled: 30_000 });
    expect((await stage.journey.attempt(attempt.id)).status).toBe('voided');
    expect(await stage.world.app.db.order.count({ where: { submissionId: id, voidedAt: null } })).toBe(0);
    expect(await stage.journey.messages(id, 'rejected')).toBe(1);
  });

  it('signature rejected after capture at once: everything is refunded, and the payer is told', async () => {
    const { id, attempt } = await paidAndUnsigned(now);
    await expectBalances(attempt, 30_000, -30_000, 0);
    expect(await rejectSignature(stage.world.app, stage.kari, id)).toEqual({ kind: 'rejected' });
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('draft');
    expect(await bookOf(attempt)).toMatchObject({ charged: 30_000, refunded: 30_000 });
    expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
    await expectBalances(attempt, 0, 0, 0);
    expect(await stage.journey.messages(id, 'refunded')).toBe(1);
    expect(await stage.world.app.db.allocation.count({ where: { attemptId: attempt.id } })).toBe(0);
  });

  it('withdrawn with a reservation: released', async () => {
    const { id, attempt } = await paidAndUnsigned();
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'withdrawn' });
    await stage.world.work();
    expect(await bookOf(attempt)).toMatchObject({ charged: 0, cancelled: 30_000 });
    expect(await stage.journey.status(id)).toBe('withdrawn');
  });

  it('withdrawn with captured money: refunded; rule 5: no later poll brings the case back', async () => {
    const { id, attempt } = await paidAndUnsigned(now);
    await withdrawSubmission(stage.world.app, stage.kari, id);
    await stage.world.work();
    expect((await bookOf(attempt)).refunded).toBe(30_000);
    await ask(stage.world, attempt);
    expect(await stage.journey.status(id)).toBe('withdrawn');
    expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
    expect((await stage.journey.events(id)).filter((type) => type === 'payment.refunded')).toHaveLength(1);
  });

  it('withdrawn while the capture is under way: what was taken goes back', async () => {
    const { id, attempt } = await paidAndUnsigned();
    await stage.journey.sign(id);
    await stage.world.nets.fault('charge', 'lost-after-commit');
    await stage.world.nets.fault('get', 'dead');
    const capture = await stage.world.app.db.paymentOperation.findFirstOrThrow({
      where: { attemptId: attempt.id, kind: 'capture' },
    });
    expect(await performOperation(stage.world.app, capture.id)).toBe('unknown');
    expect((await bookOf(attempt)).charged).toBe(30_000);
    await stage.world.nets.clearFaults();
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'withdrawn' });
    stage.world.clock.forward(61);
    await stage.world.work();
    expect(await bookOf(attempt)).toMatchObject({ charged: 30_000, refunded: 30_000 });
    expect(await stage.journey.status(id)).toBe('withdrawn');
    expect(await stage.journey.alarms(id)).toEqual([]);
    await expectBalances(attempt, 0, 0, 0);
  });

  it('rule 6: a refund that the provider carries out later is asked about until it shows', async () => {
    const { id, attempt } = await paidAndUnsigned(now);
    await withdrawSubmission(stage.world.app, stage.kari, id);
    await stage.world.nets.fault('refund', 'pending');
    await stage.world.work();
    const { status, nextCheckAt } = await stage.journey.attempt(attempt.id);
    expect([status, nextCheckAt === null]).toEqual(['captured', false]);
    stage.world.clock.forward(31);
    await stage.world.work();
    expect((await stage.journey.attempt(attempt.id)).nextCheckAt).not.toBeNull();
    const book = (await bookOf(attempt)) as unknown as { refunds: { refundId: string }[] };
    const settled = await fetch(
      `${stage.world.sandboxUrl}/nets/books/${attempt.providerPaymentId}/settle-refund`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ refundId: book.refunds[0]?.refundId }),
      },
    );
    expect(settled.ok).toBe(true);
    stage.world.clock.forward(121);
    await stage.world.work();
    expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
    expect((await bookOf(attempt)).refunded).toBe(30_000);
  });

  it('rule 4, 11: a refund that came to nothing is seen by the watchdog, told to the owner and done again', async () => {
    const { id, attempt } = await paidAndUnsigned(now);
    await withdrawSubmission(stage.world.app, stage.kari, id);
    await stage.world.nets.fault('refund', 'failed', { times: 1 });
    // Where the provider tells which one it was, it is asked for again at once.
    const { openProvider } = stage.world.app;
    const silent = vi.spyOn(stage.world.app, 'openProvider').mockImplementation((agreement) => {
      const provider = openProvider(agreement);
      const fetch: OpenProvider['fetch'] = async (ref) => {
        const evidence = await provider.fetch?.(ref);
        if (!evidence) throw new Error('Nets tells nothing');
        return { ...evidence, failedRefunds: [] };
      };
      return { ...provider, fetch };
    });
    await stage.world.work();
    expect((await bookOf(attempt)).refunded).toBe(0);
    stage.world.clock.forward(86_400 + 60);
    await stage.world.work();
    expect((await bookOf(attempt)).refunded).toBe(30_000);
    expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
    expect(await stage.world.app.db.alarm.findMany({ where: { attemptId: attempt.id } })).toMatchObject([
      { kind: 'stranded_money' },
    ]);
    silent.mockRestore();
  });

  it('a message tells of the refund before its reply is in the books: nothing is refunded twice', async () => {
    const { id, attempt } = await paidAndUnsigned(now);
    await withdrawSubmission(stage.world.app, stage.kari, id);
    const refund = await stage.world.app.db.paymentOperation.findFirstOrThrow({
      where: { attemptId: attempt.id, kind: 'refund' },
    });
    // Sent, carried out, never answered: as after a crash.
    await stage.world.app.db.paymentOperation.update({
      where: { id: refund.id },
      data: { status: 'sent', tries: 1, nextTryAt: stage.world.clock.now() },
    });
    await fetch(`${stage.world.sandboxUrl}/nets/v1/payments/${attempt.providerPaymentId}/refunds`, {
      method: 'POST',
      headers: { authorization: 'sandbox-nets-secret-key', 'content-type': 'application/json' },
      body: JSON.stringify({ amount: 30_000 }),
    });
    await ask(stage.world, attempt);
    expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
    await stage.world.work();
    expect((await bookOf(attempt)).refunded).toBe(30_000);
    expect(await stage.journey.alarms(id)).toEqual([]);
    const { status } = await stage.world.app.db.paymentOperation.findUniqueOrThrow({
      where: { id: refund.id },
    });
    expect(status).toBe('done');
  });
});
