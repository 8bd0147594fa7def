import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenProvider } from '@/lib/payments/provider.ts';
import type { App } from '@/lib/workflow/app.ts';
import { startPayment } from '@/lib/workflow/paying/start-payment.ts';
import { refundPayment } from '@/lib/workflow/refunding/refund-payment.ts';
import { type Gate, gate } from '@/lib/workflow/testing/gate.ts';
import { ask } from '@/lib/workflow/testing/journey.ts';
import { journeyStage } from '@/lib/workflow/testing/journey-stage.ts';
import { readiness } from '@/lib/workflow/upkeep/readiness.ts';
import { newHeartbeat } from './heartbeat.ts';
import { lanesOf, stepsOf } from './steps.ts';
import { newTimer, type Timer } from './timer.ts';
import { startWorker } from './worker.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();
const hanging = 'payex';
let app: App;
let answer: Gate;
let timer: Timer;

beforeAll(() => {
  const { openProvider } = stage.world.app;
  app = {
    ...stage.world.app,
    openProvider: (agreement): OpenProvider => {
      const provider = openProvider(agreement);
      const fetch: OpenProvider['fetch'] = async () => {
        await answer.pass();
        throw new Error('It timed out');
      };
      return agreement.provider === hanging ? { ...provider, fetch } : provider;
    },
  };
});
beforeEach(() => {
  answer = gate();
  timer = newTimer(app.clock, stepsOf(app), () => lanesOf(app));
});
afterEach(async () => {
  answer.open();
  await timer.stop();
});
afterAll(() => answer?.open());

/** A payment that is open, and due to be asked about, at the provider that hangs. */
async function openThere(): Promise<void> {
  const id = await stage.journey.confirmed('submit_and_pay', {
    change: { payment: { agreement: hanging, capture: 'now' } },
  });
  expect((await startPayment(stage.world.app, stage.kari, id)).kind).toBe('open');
}

/** A case that is paid and completed at another one. */
async function completed() {
  const id = await stage.journey.confirmed();
  const attempt = await stage.journey.paid(id);
  await ask(stage.world, attempt);
  expect(await stage.journey.status(id)).toBe('completed');
  return { id, attempt };
}

const refunded = async ({ reference }: { reference: string }) =>
  (await stage.world.nets.byReference(reference)).refunded;

describe('while one provider hangs', () => {
  it('payments, refunds and the watchdog at the others move, in the same tick', async () => {
    const toRefund = await completed();
    const stray = await completed();
    const { db } = stage.world.app;
    await db.submission.update({
      where: { id: stray.id },
      data: { status: 'withdrawn', completedAt: null, updatedAt: app.clock.now() },
    });
    await openThere();
    await openThere();
    const paid = await stage.journey.confirmed();
    await stage.journey.paid(paid);
    await refundPayment(app, stage.finance, {
      attemptId: toRefund.attempt.id,
      reason: 'Feil gebyr',
      part: { kind: 'all' },
    });
    stage.world.clock.forward(61);

    timer.tick();
    await answer.reached;
    await vi.waitFor(
      async () => {
        expect(await stage.journey.status(paid)).toBe('completed');
        expect(await refunded(toRefund.attempt)).toBe(30_000);
        expect(await stage.journey.alarms(stray.id)).toEqual(['stranded_money']);
      },
      { timeout: 20_000, interval: 50 },
    );

    // Nor do they wait for it in the ticks after that.
    timer.tick();
    await vi.waitFor(async () => expect(await refunded(stray.attempt)).toBe(30_000), { timeout: 20_000 });
  });

  it('the worker gives signs of life; one that comes no further for ten minutes does not', async () => {
    await openThere();
    stage.world.clock.forward(61);
    const heart = newHeartbeat(app, 'a-worker', timer);
    timer.tick();
    await answer.reached;
    stage.world.clock.forward(300);
    await heart.beat();
    expect(timer.stuck()).toEqual([]);
    expect(await readiness(app)).toMatchObject({ status: 'ready', worker: 'alive' });
    stage.world.clock.forward(300);
    await heart.beat();
    expect(timer.stuck()).toContain('payments:payex:live');
    expect(await readiness(app)).toMatchObject({ status: 'degraded', worker: 'silent' });
    await heart.end();
  });

  it('a whole worker does: its signs of life wait for no tick', async () => {
    await openThere();
    stage.world.clock.forward(61);
    const worker = await startWorker(app, { databaseUrl: stage.world.databaseUrl, tickMs: 50 });
    await answer.reached;
    stage.world.clock.forward(300);
    await vi.waitFor(async () => expect(await readiness(app)).toMatchObject({ status: 'ready' }), {
      timeout: 20_000,
    });
    answer.open();
    await worker.stop();
    expect(await readiness(app)).toMatchObject({ status: 'degraded', worker: 'silent' });
  });
});
