import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import type { App } from '../app.ts';
import { returnFromPayment } from '../paying/return-from-payment.ts';
import { type Journey, newJourney, type OpenAttempt } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { reconcile } from './reconcile.ts';
import { strandedMoney } from './stranded-money.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let app: App;
let kari: Actor;
let journey: Journey;

beforeAll(async () => {
  world = await createWorld();
  ({ app } = world);
  kari = await world.person();
  journey = newJourney(world, kari);
});
afterAll(() => world?.close());

/** A case that was paid and completed two hours ago. */
async function settled(): Promise<{ id: string; attempt: OpenAttempt }> {
  const id = await journey.confirmed('submit_and_pay');
  const attempt = await journey.paid(id);
  await returnFromPayment(app, attempt.id);
  expect(await journey.status(id)).toBe('completed');
  world.clock.forward(2 * 3600);
  expect(await strandedMoney(app, 'all')).toEqual([]);
  return { id, attempt };
}

const found = async () => ({
  recent: await strandedMoney(app, 'recent'),
  all: await strandedMoney(app, 'all'),
});

/** So that the next test begins with nothing astray. */
async function sentBack(attempt: OpenAttempt): Promise<void> {
  await reconcile(app);
  expect(await found()).toEqual({ recent: [], all: [] });
  const refunds = await app.db.paymentOperation.count({ where: { attemptId: attempt.id, kind: 'refund' } });
  expect(refunds).toBe(1);
}

it.each(['withdrawn', 'expired'] as const)(
  'of a case that became %s within the hour it is found at once, of an older one in the sweep',
  async (status) => {
    const { id, attempt } = await settled();
    const close = (updatedAt: Date) =>
      app.db.submission.update({ where: { id }, data: { status, completedAt: null, updatedAt } });
    await close(app.clock.now());
    expect(await found()).toEqual({ recent: [attempt.id], all: [attempt.id] });
    world.clock.forward(3601);
    expect(await found()).toEqual({ recent: [], all: [attempt.id] });
    await sentBack(attempt);
  },
);

it('of an order that was replaced, and of a payment that no order was paid with', async () => {
  const { attempt } = await settled();
  const { orderId } = await app.db.paymentAttempt.findUniqueOrThrow({ where: { id: attempt.id } });
  await app.db.order.update({ where: { id: orderId }, data: { voidedAt: app.clock.now() } });
  expect((await found()).recent).toEqual([attempt.id]);
  await sentBack(attempt);

  const { attempt: second } = await settled();
  await app.db.$executeRaw`delete from allocation where attempt_id = ${second.id}::uuid`;
  expect(await found()).toEqual({ recent: [], all: [second.id] });
  await app.db.paymentAttempt.update({ where: { id: second.id }, data: { updatedAt: app.clock.now() } });
  expect((await found()).recent).toEqual([second.id]);
  await sentBack(second);
});
