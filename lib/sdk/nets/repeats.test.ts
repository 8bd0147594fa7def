import { afterEach, describe, expect, it, vi } from 'vitest';
import { NetsAbortedError, NetsRateLimitError, NetsServerError, NetsTimeoutError } from './index.ts';
import { CHARGE, empty, errorOf, failed, HOSTED, ID, json, KEYED, order, setup } from './wire.test-helper.ts';

afterEach(() => vi.useRealTimers());

describe('repeats', () => {
  const paid = () => json({ chargeId: 'c1' }, 201);

  it('repeats a read after a failure', async () => {
    const body = { payment: { paymentId: ID, summary: {}, orderDetails: { amount: 1, currency: 'NOK' } } };
    const { client, calls, waits } = setup([empty(500), failed('ECONNRESET'), json(body)]);
    await client.payments.retrieve(ID);
    expect(calls).toHaveLength(3);
    expect(waits.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('repeats a charge with an idempotency key, the same on each try', async () => {
    const { client, calls } = setup([failed('ECONNRESET'), empty(503), paid()]);
    await client.payments.charge(ID, CHARGE, KEYED);
    expect(calls.map(({ init }) => new Headers(init.headers).get('idempotency-key'))).toEqual([
      'op-1',
      'op-1',
      'op-1',
    ]);
  });

  it('does not repeat a charge without one, nor a create, when the outcome is unknown', async () => {
    const { client, calls } = setup([empty(500), failed('ECONNRESET')]);
    expect((await errorOf(client.payments.charge(ID, CHARGE))).outcome).toBe('unknown');
    expect((await errorOf(client.payments.create(order()))).outcome).toBe('unknown');
    expect(calls).toHaveLength(2);
  });

  it('repeats anything that certainly did nothing', async () => {
    const { client, calls, waits } = setup([
      failed('ECONNREFUSED'),
      empty(429, { 'retry-after': '2' }),
      json({ paymentId: ID, hostedPaymentPageUrl: HOSTED }),
    ]);
    await client.payments.create(order());
    expect(calls).toHaveLength(3);
    expect(waits[1]?.suggestedMs).toBe(2000);
  });

  it('reads Retry-After as a date too', async () => {
    const { client } = setup([empty(429, { 'retry-after': 'Mon, 05 Jan 2026 10:00:07 GMT' })], {
      maxRetries: 0,
    });
    const error = await errorOf(client.payments.retrieve(ID));
    expect(error).toBeInstanceOf(NetsRateLimitError);
    expect(error).toMatchObject({ retryAfterMs: 7000 });
  });

  it('stays unknown when a later try is refused: the first may have been carried out', async () => {
    for (const later of [() => json({ code: '1008' }, 402), () => empty(404), () => failed('ECONNREFUSED')]) {
      const { client } = setup([failed('ECONNRESET'), later()], { maxRetries: 1 });
      expect((await errorOf(client.payments.charge(ID, CHARGE, KEYED))).outcome).toBe('unknown');
    }
  });

  it('does not repeat a refusal, and stops at maxRetries', async () => {
    const { client, calls } = setup([json({ code: '1001' }, 402), empty(500), empty(500), empty(500)]);
    await errorOf(client.payments.charge(ID, CHARGE, KEYED));
    expect(calls).toHaveLength(1);
    expect(await errorOf(client.payments.charge(ID, CHARGE, KEYED))).toBeInstanceOf(NetsServerError);
    expect(calls).toHaveLength(4);
  });
});

describe('time', () => {
  /** Never answers, but obeys the signal, as fetch does. */
  const silent = (init: RequestInit) =>
    new Promise<Response>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });

  it('times out on a reply that never comes', async () => {
    vi.useFakeTimers();
    const { client } = setup([silent], { timeoutMs: 5000 });
    const call = errorOf(client.payments.charge(ID, CHARGE));
    await vi.advanceTimersByTimeAsync(5000);
    expect(await call).toMatchObject({ code: NetsTimeoutError.code, outcome: 'unknown' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('times out on a body that never ends', async () => {
    vi.useFakeTimers();
    const stuck = async (init: RequestInit) =>
      new Response(
        new ReadableStream({
          start: (c) => init.signal?.addEventListener('abort', () => c.error(new Error('aborted'))),
        }),
      );
    const { client } = setup([stuck]);
    const call = errorOf(client.payments.charge(ID, CHARGE, { timeoutMs: 10 }));
    await vi.advanceTimersByTimeAsync(10);
    expect(await call).toMatchObject({ code: 'NETS_TIMEOUT', outcome: 'unknown', httpStatus: 200 });
  });

  it('stops when the caller says so, before, during and between', async () => {
    const before = setup([]);
    expect(
      await errorOf(before.client.payments.charge(ID, CHARGE, { signal: AbortSignal.abort() })),
    ).toMatchObject({
      code: NetsAbortedError.code,
      outcome: 'not_sent',
    });
    expect(before.calls).toHaveLength(0);

    const controller = new AbortController();
    const during = setup([silent]);
    const call = errorOf(during.client.payments.charge(ID, CHARGE, { signal: controller.signal }));
    controller.abort();
    expect(await call).toMatchObject({ code: 'NETS_ABORTED', outcome: 'unknown' });

    const stopper = new AbortController();
    const between = setup([empty(500)], { retryDelay: async () => stopper.abort() });
    const error = await errorOf(
      between.client.payments.charge(ID, CHARGE, { ...KEYED, signal: stopper.signal }),
    );
    expect(error).toMatchObject({ code: 'NETS_ABORTED', outcome: 'unknown' });
    expect(between.calls).toHaveLength(1);
  });

  it('waits by itself, and a bit longer each time', async () => {
    vi.useFakeTimers();
    const { client, calls } = setup([empty(500), empty(500), empty(500)], { retryDelay: undefined });
    const call = errorOf(client.payments.retrieve(ID));
    await vi.advanceTimersByTimeAsync(50);
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(600);
    expect(calls).toHaveLength(3);
    expect(await call).toBeInstanceOf(NetsServerError);
  });
});
