import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  VippsAbortedError,
  VippsNotFoundError,
  VippsRateLimitError,
  VippsServerError,
  VippsTimeoutError,
} from './index.ts';
import {
  empty,
  errorOf,
  failed,
  json,
  KEYED,
  LANDING,
  MONEY,
  payment,
  REFERENCE,
  request,
  setup,
  wireProblems,
} from './testing/wire.ts';

afterEach(() => {
  vi.useRealTimers();
  expect(wireProblems.splice(0)).toEqual([]);
});

const created = () => json({ reference: REFERENCE, redirectUrl: LANDING }, 201);
const hook = { url: 'https://portal.example/hook', events: ['epayments.payment.captured.v1'] };

describe('repeats', () => {
  it('repeats a read after a failure', async () => {
    const { client, calls, waits } = setup([empty(500), failed('ECONNRESET'), json(payment())]);
    await client.payments.retrieve(REFERENCE);
    expect(calls).toHaveLength(3);
    expect(waits.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('repeats a create with the same key and the same body', async () => {
    const { client, calls } = setup([failed('ECONNRESET'), empty(503), created()]);
    await client.payments.create(request(), KEYED);
    expect(calls.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['op-1', 'op-1', 'op-1']);
    expect(new Set(calls.map(({ body }) => body)).size).toBe(1);
  });

  it('does not repeat what has no key when the outcome is unknown', async () => {
    const { client, calls } = setup([empty(500), failed('ECONNRESET')]);
    expect((await errorOf(client.webhooks.register(hook))).outcome).toBe('unknown');
    const approve = { customer: { phoneNumber: '4791234567' } };
    expect((await errorOf(client.payments.forceApprove(REFERENCE, approve))).outcome).toBe('unknown');
    expect(calls).toHaveLength(2);
  });

  it('repeats anything that certainly did nothing', async () => {
    const { client, calls, waits } = setup([
      failed('ECONNREFUSED'),
      empty(429, { 'retry-after': '2' }),
      json({ id: '497f6eca-6276-4993-bfeb-53cbbbba6f08', secret: 's' }, 201),
    ]);
    await client.webhooks.register(hook);
    expect(calls).toHaveLength(3);
    expect(waits[1]?.suggestedMs).toBe(2000);
  });

  it('reads Retry-After as a date too', async () => {
    const { client } = setup([empty(429, { 'retry-after': 'Mon, 05 Jan 2026 10:00:07 GMT' })], {
      maxRetries: 0,
    });
    const error = await errorOf(client.payments.retrieve(REFERENCE));
    expect(error).toBeInstanceOf(VippsRateLimitError);
    expect(error).toMatchObject({ retryAfterMs: 7000 });
  });

  it('stays unknown when a later try is refused: the first may have been carried out', async () => {
    for (const later of [() => json({ title: 'x' }, 400), () => empty(404), () => failed('ECONNREFUSED')]) {
      const { client } = setup([failed('ECONNRESET'), later()], { maxRetries: 1 });
      expect((await errorOf(client.payments.capture(REFERENCE, MONEY, KEYED))).outcome).toBe('unknown');
    }
  });

  it('does not repeat a refusal, and stops at maxRetries', async () => {
    const { client, calls } = setup([empty(404), empty(500), empty(500), empty(500)]);
    expect(await errorOf(client.payments.refund(REFERENCE, MONEY, KEYED))).toBeInstanceOf(VippsNotFoundError);
    expect(calls).toHaveLength(1);
    expect(await errorOf(client.payments.refund(REFERENCE, MONEY, KEYED))).toBeInstanceOf(VippsServerError);
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
    const { client } = setup([silent], { timeoutMs: 5000, maxRetries: 0 });
    const call = errorOf(client.payments.capture(REFERENCE, MONEY, KEYED));
    await vi.advanceTimersByTimeAsync(5000);
    expect(await call).toMatchObject({ code: VippsTimeoutError.code, outcome: 'unknown' });
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
    const { client } = setup([stuck], { maxRetries: 0 });
    const call = errorOf(client.payments.retrieve(REFERENCE, { timeoutMs: 10 }));
    await vi.advanceTimersByTimeAsync(10);
    expect(await call).toMatchObject({ code: 'VIPPS_TIMEOUT', outcome: 'unknown', httpStatus: 200 });
  });

  it('stops when the caller says so, before, during and between', async () => {
    const before = setup([]);
    const aborted = { ...KEYED, signal: AbortSignal.abort() };
    expect(await errorOf(before.client.payments.capture(REFERENCE, MONEY, aborted))).toMatchObject({
      code: VippsAbortedError.code,
      outcome: 'not_sent',
    });
    expect([...before.calls, ...before.tokenCalls]).toHaveLength(0);

    const controller = new AbortController();
    const during = setup([
      (init) => {
        queueMicrotask(() => controller.abort());
        return silent(init);
      },
    ]);
    const call = during.client.payments.capture(REFERENCE, MONEY, { ...KEYED, signal: controller.signal });
    expect(await errorOf(call)).toMatchObject({ code: 'VIPPS_ABORTED', outcome: 'unknown' });

    const stopper = new AbortController();
    const between = setup([empty(500)], { retryDelay: async () => stopper.abort() });
    const error = await errorOf(
      between.client.payments.capture(REFERENCE, MONEY, { ...KEYED, signal: stopper.signal }),
    );
    expect(error).toMatchObject({ code: 'VIPPS_ABORTED', outcome: 'unknown' });
    expect(between.calls).toHaveLength(1);
  });

  it('waits by itself, and a bit longer each time', async () => {
    vi.useFakeTimers();
    const { client, calls } = setup([empty(500), empty(500), empty(500)], { retryDelay: undefined });
    const call = errorOf(client.payments.retrieve(REFERENCE));
    await vi.advanceTimersByTimeAsync(50);
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(600);
    expect(calls).toHaveLength(3);
    expect(await call).toBeInstanceOf(VippsServerError);
  });
});
