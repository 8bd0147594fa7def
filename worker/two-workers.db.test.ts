import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { type App, newApp } from '@/lib/workflow/app.ts';
import { type Journey, newJourney } from '@/lib/workflow/testing/journey.ts';
import { createWorld, testEnv, type World } from '@/lib/workflow/testing/world.ts';
import { type RunningWorker, startWorker } from './worker.ts';

vi.setConfig({ testTimeout: 120_000 });

let world: World;
let kari: Actor;
let journey: Journey;
let apps: App[];
let workers: RunningWorker[];

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
  const { clock, box, mail, openProvider } = world.app;
  const config = testEnv(world.databaseUrl, world.sandboxUrl);
  apps = [0, 1].map(() => newApp(config, { clock, box, mail, openProvider }));
  const options = { databaseUrl: world.databaseUrl, tickMs: 100 };
  workers = await Promise.all(apps.map((app) => startWorker(app, options)));
});
afterAll(async () => {
  await Promise.all((workers ?? []).map((worker) => worker.stop()));
  await Promise.all((apps ?? []).map((app) => app.db.$disconnect()));
  await world?.close();
});

describe('two workers on one database', () => {
  it('rule 2, 14, 16: twenty cases that nobody comes back for: every receipt, message and mail once', async () => {
    const cases = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const id = await journey.confirmed(n % 2 ? 'pay_before_sign' : 'submit_and_pay');
        return { id, attempt: await journey.paid(id) };
      }),
    );
    world.clock.forward(31);
    const toSign = cases.filter((_, n) => n % 2);
    await vi.waitFor(
      async () => {
        for (const { id } of toSign) expect(await journey.status(id)).toBe('awaiting_signature');
      },
      { timeout: 60_000, interval: 200 },
    );
    for (const { id } of toSign) expect(await journey.sign(id)).toBe('signed');
    const receipts = { kind: 'receipt' };
    await vi.waitFor(
      async () => {
        expect(await world.app.db.message.count({ where: receipts })).toBe(20);
        expect(await world.app.db.notification.count({ where: { status: { not: 'sent' } } })).toBe(0);
      },
      { timeout: 60_000, interval: 200 },
    );

    for (const { id, attempt } of cases) {
      expect(await journey.status(id)).toBe('completed');
      expect(await world.app.db.archiveRecord.count({ where: { submissionId: id } })).toBe(1);
      expect(await world.app.db.ledgerEntry.count({ where: { attemptId: attempt.id } })).toBe(4);
      expect(await balance(world.app.db, attempt.id, 'earned')).toBe(-30_000);
      expect(await world.nets.byReference(attempt.reference)).toMatchObject({
        charged: 30_000,
        refunded: 0,
        creates: 1,
      });
    }
    const numbers = await world.app.db.receipt.findMany({ orderBy: { number: 'asc' } });
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const mails = world.mails.map(({ messageId }) => messageId);
    expect(mails).toHaveLength(20);
    expect(new Set(mails).size).toBe(20);
    expect(await world.app.db.alarm.count()).toBe(0);
    expect(await world.app.db.workerHeartbeat.count()).toBe(2);
  });

  it('a worker that stops leaves the rest to the other', async () => {
    await workers[0]?.stop();
    const id = await journey.confirmed();
    await journey.paid(id);
    world.clock.forward(31);
    await vi.waitFor(
      async () => {
        expect(await journey.messages(id, 'receipt')).toBe(1);
      },
      { timeout: 30_000, interval: 200 },
    );
    workers = workers.slice(1);
  });
});
