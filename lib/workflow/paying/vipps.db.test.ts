import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { ask, type Journey, newJourney } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { registerForMessages } from '../upkeep/register-for-messages.ts';
import { receiveMessage } from './receive-message.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let kari: Actor;
let journey: Journey;
beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
});
afterAll(() => world?.close());
afterEach(() => call('/faults/api', 'DELETE'));

const byVipps = (capture: 'now' | 'reserve') => ({ payment: { agreement: 'vipps', capture } });

interface Booked {
  state: string;
  reserved: number;
  charged: number;
  refunded: number;
  cancelled: number;
}

interface Delivery {
  event: string;
  headers: Record<string, string>;
  /** As it is sent. */
  body: string;
}

async function call<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const reply = await fetch(`${world.sandboxUrl}${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  const text = await reply.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

const book = (reference: string) => call<Booked>(`/vipps/books/${reference}`);
const pay = (reference: string, decision = 'approve') =>
  call<{ outcome: string }>(`/vipps/books/${reference}/pay`, 'POST', { decision });

describe('a payment at Vipps', () => {
  it('approved: reserved, taken, and the case is complete', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byVipps('now') });
    const attempt = await journey.open(id);
    expect(attempt.redirectUrl).toContain('/vipps/');
    expect((await pay(attempt.reference)).outcome).toBe('paid');
    await ask(world, attempt);
    await world.work();
    expect(await book(attempt.reference)).toMatchObject({ reserved: 30000, charged: 30000, refunded: 0 });
    expect(await journey.attempt(attempt.id)).toMatchObject({ status: 'captured', method: 'Vipps' });
    expect(await journey.status(id)).toBe('completed');
    expect(await journey.alarms(id)).toEqual([]);
  });

  it('rejected: nothing is taken, and a new try has a reference of its own', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byVipps('now') });
    const first = await journey.open(id);
    await pay(first.reference, 'reject');
    await ask(world, first);
    expect(await journey.status(id)).toBe('awaiting_payment');
    expect((await journey.attempt(first.id)).status).toBe('cancelled');
    const second = await journey.open(id);
    expect(second.reference).not.toBe(first.reference);
    await pay(second.reference);
    await ask(world, second);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
  });

  it('not answered in time: expired, and open for another try', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byVipps('now') });
    const attempt = await journey.open(id);
    await pay(attempt.reference, 'expire');
    await ask(world, attempt);
    expect((await journey.attempt(attempt.id)).status).toBe('expired');
    expect(await journey.status(id)).toBe('awaiting_payment');
  });

  it('paid before signing: reserved until it is signed, then taken', async () => {
    const id = await journey.confirmed('pay_before_sign', { change: byVipps('reserve') });
    const attempt = await journey.open(id);
    await pay(attempt.reference);
    await ask(world, attempt);
    expect(await journey.status(id)).toBe('awaiting_signature');
    expect(await book(attempt.reference)).toMatchObject({ reserved: 30000, charged: 0 });
    expect(await journey.sign(id)).toBe('signed');
    await world.work();
    expect(await book(attempt.reference)).toMatchObject({ charged: 30000 });
    expect(await journey.status(id)).toBe('completed');
  });
});

describe('its messages', () => {
  const agreement = () => world.app.db.paymentAgreement.findFirstOrThrow({ where: { provider: 'vipps' } });
  const deliver = async (delivery: Delivery, change: (body: string) => string = (same) => same) => {
    const { endpointToken } = await agreement();
    const body = change(delivery.body);
    const message = { headers: new Headers(delivery.headers), body };
    return receiveMessage(world.app, 'vipps', endpointToken, null, message);
  };

  /** Nobody listens at the world's own address; the message is signed when the sandbox tries to send it. */
  const signed = async (reference: string, event: string) => {
    await call(`/vipps/books/${reference}/replay-webhook`, 'POST', { event });
    const deliveries = await call<Delivery[]>(`/vipps/books/${reference}/deliveries`);
    const delivery = deliveries.find((one) => one.event === event);
    if (!delivery?.headers) throw new Error(`${event} has not been sent`);
    return delivery;
  };

  it('are signed with the secret of the registration: nothing else is believed', async () => {
    expect(await registerForMessages(world.app)).toBe(1);
    expect(await registerForMessages(world.app)).toBe(0);
    const sealed = (await agreement()).registration ?? '';
    expect(sealed).toMatch(/^v1\./);

    const id = await journey.confirmed('submit_and_pay', { change: byVipps('now') });
    const attempt = await journey.open(id);
    await pay(attempt.reference);
    const authorized = await signed(attempt.reference, 'AUTHORIZED');
    expect(await deliver(authorized, (body) => body.replace('30000', '30001'))).toBe('rejected');
    expect(await journey.status(id)).toBe('awaiting_payment');
    expect(await deliver(authorized)).toBe('handled');
    expect(await deliver(authorized)).toBe('handled');
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect(await world.app.db.providerMessage.count({ where: { attemptId: attempt.id } })).toBe(1);
  });
});
