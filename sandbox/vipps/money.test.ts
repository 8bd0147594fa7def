import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SandboxContext } from '../context.ts';
import { createFaultBook } from '../faults.ts';
import { createStore } from '../store.ts';
import { today } from '../testing/start-alone.ts';
import { cancelPayment, capturePayment, refundPayment } from './adjust-payment.ts';
import type { Call } from './api-routes.ts';
import { createCourier, type Delivery } from './courier.ts';
import { createPayment } from './create-payment.ts';
import { findPayment } from './find-payment.ts';
import { merchants } from './merchants.ts';
import type { KeptReply, PaymentRecord, TokenRecord, WebhookRecord } from './model.ts';
import { approve, closeApp, letExpire, openApp, reject } from './pay-payment.ts';
import { paymentBody } from './testing/start-vipps.ts';
import type { Vipps } from './vipps.ts';

const amount = 1000;
const step = fc.oneof(
  fc.record({
    do: fc.constantFrom('capture' as const, 'refund' as const),
    value: fc.integer({ min: 0, max: 1200 }),
  }),
  fc.record({
    do: fc.constantFrom('approve', 'approve', 'reject', 'expire', 'open', 'close', 'cancel', 'wait' as const),
    value: fc.integer({ min: 1, max: 11 }),
  }),
);

test('whatever payer, merchant and time do, no øre comes from nowhere and the log adds up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), fc.nat(1), async (steps, as) => {
      const { vipps, clock, call } = newVipps(as);
      createPayment(vipps, call(paymentBody('property-1', amount)));
      let before = find(vipps, as);
      for (const { do: what, value } of steps) {
        const payment = find(vipps, as);
        const money = call({ modificationAmount: { currency: 'NOK', value } });
        if (what === 'capture') capturePayment(vipps, payment, money);
        else if (what === 'refund') refundPayment(vipps, payment, money);
        else if (what === 'cancel') cancelPayment(vipps, payment, money);
        else if (what === 'approve') await approve(vipps, payment, '1236');
        else if (what === 'reject') await reject(vipps, payment);
        else if (what === 'expire') await letExpire(vipps, payment);
        else if (what === 'open') openApp(vipps, payment);
        else if (what === 'close') closeApp(vipps, payment);
        else clock.now = new Date(clock.now.getTime() + value * 60_000);
        const after = find(vipps, as);
        check(before, after);
        before = after;
      }
      vipps.courier.close();
    }),
    { numRuns: 200 },
  );
});

function check(before: PaymentRecord, after: PaymentRecord): void {
  const { state, authorized, captured, refunded, cancelled, events } = after;
  const told = (name: string) =>
    events.filter((event) => event.name === name).reduce((sum, event) => sum + event.amount.value, 0);
  expect(refunded).toBeLessThanOrEqual(captured);
  if (state === 'AUTHORIZED') expect(captured + cancelled).toBeLessThanOrEqual(authorized);
  else expect([authorized, captured, refunded]).toEqual([0, 0, 0]);
  expect([told('AUTHORIZED'), told('CAPTURED'), told('REFUNDED')]).toEqual([authorized, captured, refunded]);
  expect(told('CANCELLED') + told('TERMINATED')).toBe(cancelled);
  // Final is final, and sums only grow.
  if (before.state !== 'CREATED') expect(state).toBe(before.state);
  expect(captured >= before.captured && refunded >= before.refunded && cancelled >= before.cancelled).toBe(
    true,
  );
}

function find(vipps: Vipps, as: number): PaymentRecord {
  const payment = findPayment(vipps, merchants[as]?.msn ?? '', 'property-1');
  if (!payment) throw new Error('the payment is gone');
  return payment;
}

function newVipps(as: number) {
  const clock = { now: today };
  const store = createStore();
  let count = 0;
  const context: SandboxContext = {
    url: (path = '') => `http://127.0.0.1/vipps${path}`,
    portalUrl: 'http://localhost:3000',
    sandboxUrl: 'http://127.0.0.1',
    now: () => clock.now,
    randomHex: () => {
      count += 1;
      return count.toString(16).padStart(16, '0');
    },
    store,
    faults: createFaultBook(),
    log: () => {},
    onClose: () => {},
  };
  const deliveries = store.collection<Delivery>('deliveries');
  const webhooks = store.collection<WebhookRecord>('webhooks');
  const vipps: Vipps = {
    context,
    payments: store.collection<PaymentRecord>('payments'),
    webhooks,
    tokens: store.collection<TokenRecord>('tokens'),
    replies: store.collection<KeptReply>('replies'),
    deliveries,
    courier: createCourier(context, deliveries, webhooks),
  };
  const [first, second] = merchants;
  if (!first || !second) throw new Error('two merchants are known');
  const call = (body: unknown): Call => ({
    merchant: as === 0 ? first : second,
    id: 'property-1',
    body,
    idempotencyKey: 'key',
  });
  return { vipps, clock, call };
}
