import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { longestCallSeconds, pause, tryTimeoutMs } from '@/lib/payments/call-time.ts';
import { callLeaseSeconds } from '@/lib/payments/operations.ts';
import type { OpenProvider, OperationRequest } from '@/lib/payments/provider.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { drivers } from '../testing/drivers/registry.ts';
import { capabilitiesOf } from '../testing/provider-sandbox.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const after = (ms: number, signal: AbortSignal | null | undefined) =>
  new Promise<void>((resolve, reject) => {
    setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

/** Ways in which a provider keeps a call waiting. */
const networks: Record<string, typeof fetch> = {
  'never answers': (_, init) => after(1e9, init?.signal).then(() => new Response()),
  'has no time, says so late, and asks for half a minute': async (_, init) => {
    await after(tryTimeoutMs - 1, init?.signal);
    return new Response('', { status: 429, headers: { 'retry-after': '30' } });
  },
};

/** As each of them names its payments; others take any. */
const paymentIds: Record<string, string> = { netaxept: '1'.repeat(32), flexwin: '123456789' };

const request: OperationRequest = {
  providerPaymentId: '',
  reference: 'KV-2026-1-1',
  amountMinor: 30_000,
  currency: 'NOK',
  operationMinor: 30_000,
  idempotencyKey: '7d6a1b2c-0000-4000-8000-000000000001',
  capturedMinor: 30_000,
  refundedMinor: 0,
  repeats: false,
};

const calls: Record<string, (provider: OpenProvider, of: OperationRequest) => Promise<unknown> | undefined> =
  {
    capture: (provider, of) => provider.capture?.(of),
    refund: (provider, of) => provider.refund?.(of),
    fetch: (provider, of) => provider.fetch?.(of),
  };

async function secondsOf(call: () => Promise<unknown> | undefined): Promise<number> {
  const start = Date.now();
  let end: number | undefined;
  const over = () => {
    end = Date.now();
  };
  void call()?.then(over, over);
  await vi.advanceTimersByTimeAsync(600_000);
  return ((end ?? start) - start) / 1000;
}

// What carries a key of idempotency is carried out once, however late a repeat of it comes.
const unsafe = providers.ids().filter((id) => !capabilitiesOf(id).safeRepeats);

it('an operation is its taker’s for longer than one call may take', () => {
  expect(unsafe).toContain('netaxept');
  expect(callLeaseSeconds).toBeGreaterThan(longestCallSeconds);
});

describe.each(unsafe)('no call to %s takes longer than that', (id) => {
  for (const [how, fetch] of Object.entries(networks))
    it.each(Object.keys(calls))(`where it ${how}: %s`, async (name) => {
      const baseUrl = 'https://provider.example';
      const options = { environment: 'live' as const, baseUrl, fetch, pause, timeoutMs: tryTimeoutMs };
      const provider = providers.get(id).open(drivers.get(id).credentials, options);
      if (name in provider) {
        const of = { ...request, providerPaymentId: paymentIds[id] ?? '123456789' };
        const seconds = await secondsOf(() => calls[name]?.(provider, of));
        expect(seconds).toBeGreaterThanOrEqual(tryTimeoutMs / 1000);
        expect(seconds).toBeLessThanOrEqual(longestCallSeconds);
      }
    });
});
