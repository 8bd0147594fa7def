import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { alarmValueNames } from '@/lib/audit/alarm-kinds.ts';
import { type NewAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import type { Database } from '@/lib/db/client.ts';
import { enqueue } from '@/lib/db/outbox.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { type App, newApp } from '../app.ts';
import { ask, type Journey, newJourney } from '../testing/journey.ts';
import { createWorld, testEnv, type World } from '../testing/world.ts';
import { readMetrics } from './read-metrics.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let journey: Journey;

beforeAll(async () => {
  world = await createWorld();
  journey = newJourney(world, await world.person());
});
afterAll(() => world?.close());
beforeEach(() => world.clock.forward(2 * 3600));

/** One metric's samples by their labels, as another process would say it now. */
async function read(name: string, app: App = { ...world.app }): Promise<Record<string, number>> {
  const lines = (await readMetrics(app)).split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, found, labels = '', value] = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      return found === name ? [[labels, Number(value)]] : [];
    }),
  );
}

describe('the metrics', () => {
  it('count alarms by kind, handled ones apart, and have every kind', async () => {
    const { id: ownerId } = await world.app.db.owner.findFirstOrThrow();
    for (const dedupeKey of ['one', 'two', 'three']) {
      const alarm: NewAlarm = { ownerId, dedupeKey, kind: 'content_damaged', values: {}, detail: '' };
      await inTransaction(world.app.db, (tx) => openAlarm(tx, world.app.ids, alarm, world.clock.now()));
    }
    await world.app.db.alarm.updateMany({
      where: { dedupeKey: 'two' },
      data: { handledAt: world.clock.now() },
    });
    await world.app.db.alarm.updateMany({
      where: { dedupeKey: 'three' },
      data: { closedAt: world.clock.now() },
    });
    const alarms = await read('kvitt_alarms');
    expect(alarms['kind="content_damaged",state="open"']).toBe(1);
    expect(alarms['kind="content_damaged",state="handled"']).toBe(1);
    expect(Object.keys(alarms)).toHaveLength(2 * Object.keys(alarmValueNames).length);
  });

  it('tell how deep the queue is, and for how long the oldest job has been ready', async () => {
    await world.app.db.$executeRaw`delete from graphile_worker._private_jobs`;
    expect(await read('kvitt_queue_oldest_ready_seconds')).toEqual({ '': 0 });
    await inTransaction(world.app.db, async (tx) => {
      for (const key of ['a', 'b', 'c', 'd'])
        await enqueue(tx, { task: 'deliver-case', payload: { submissionId: key }, key });
      await enqueue(tx, { task: 'send-notification', payload: {}, key: 'e', delaySeconds: 600 });
    });
    const set = (key: string, change: string) =>
      world.app.db.$executeRawUnsafe(
        `update graphile_worker._private_jobs set ${change} where key = '${key}'`,
      );
    await set('a', `run_at = now() - interval '90 seconds'`);
    await set('b', `locked_at = now(), locked_by = 'somebody'`);
    await set('c', 'attempts = max_attempts');
    expect(await read('kvitt_queue_jobs')).toEqual({
      'task="deliver-case",state="ready"': 2,
      'task="deliver-case",state="running"': 1,
      'task="deliver-case",state="given_up"': 1,
      'task="send-notification",state="later"': 1,
    });
    const { '': oldest = 0 } = await read('kvitt_queue_oldest_ready_seconds');
    expect(oldest).toBeGreaterThanOrEqual(90);
    expect(oldest).toBeLessThan(150);
    await world.app.db.$executeRaw`delete from graphile_worker._private_jobs`;
  });

  it('tell of payments by provider and state: open ones however old, others for an hour', async () => {
    const paid = await journey.confirmed();
    await ask(world, await journey.paid(paid));
    await journey.open(await journey.confirmed());
    expect(await read('kvitt_payment_attempts_open')).toMatchObject({
      'provider="nets",state="pending"': 1,
      'provider="nets",state="authorized"': 0,
      'provider="vipps",state="pending"': 0,
    });
    expect(await read('kvitt_payment_attempts_moved')).toEqual({
      'provider="nets",state="captured"': 1,
      'provider="nets",state="pending"': 1,
    });
    expect(await read('kvitt_provider_operations')).toEqual({
      'provider="nets",operation="create",outcome="done"': 2,
    });
    expect(Object.keys(await read('kvitt_refunds_failing'))).toEqual(
      providers.ids().map((id) => `provider="${id}"`),
    );
    world.clock.forward(3601);
    expect(await read('kvitt_payment_attempts_moved')).toEqual({});
    expect(await read('kvitt_provider_operations')).toEqual({});
    expect((await read('kvitt_payment_attempts_open'))['provider="nets",state="pending"']).toBe(1);
    // Nobody has asked for an hour.
    expect((await read('kvitt_payment_checks_oldest_due_seconds'))['']).toBeGreaterThan(3000);
    await world.work();
    expect(await read('kvitt_payment_checks_due')).toEqual({ '': 0 });
  });

  it('tell of a provider that does not answer', async () => {
    const attempt = await journey.open(await journey.confirmed());
    await world.nets.fault('api', 'dead');
    await ask(world, attempt);
    expect((await read('kvitt_payment_attempts_unanswered'))['provider="nets"']).toBe(1);
    await world.nets.clearFaults();
    await ask(world, attempt);
    expect((await read('kvitt_payment_attempts_unanswered'))['provider="nets"']).toBe(0);
  });

  it('tell when a worker last gave a sign of life', async () => {
    expect(await read('kvitt_workers')).toEqual({ '': 0 });
    expect(await read('kvitt_worker_last_heartbeat_timestamp_seconds')).toEqual({ '': 0 });
    const beatAt = world.clock.now();
    await world.app.db.workerHeartbeat.create({ data: { workerId: 'one', startedAt: beatAt, beatAt } });
    expect(await read('kvitt_workers')).toEqual({ '': 1 });
    world.clock.forward(31);
    expect(await read('kvitt_workers')).toEqual({ '': 0 });
    expect(await read('kvitt_worker_last_heartbeat_timestamp_seconds')).toEqual({
      '': beatAt.getTime() / 1000,
    });
  });

  it('are the same in every process, and read once in five seconds by each however often they are asked for', async () => {
    const { clock, box, mail, openProvider } = world.app;
    const other = newApp(testEnv(world.databaseUrl, world.sandboxUrl), { clock, box, mail, openProvider });
    let transactions = 0;
    const counting = { ...world.app, db: counted(world.app.db, () => transactions++) };
    const texts = await Promise.all([readMetrics(counting), readMetrics(counting), readMetrics(other)]);
    expect(new Set(texts.map((text) => text.replace(/_seconds \S+/g, ''))).size).toBe(1);
    expect(transactions).toBe(1);
    world.clock.forward(5);
    await readMetrics(counting);
    expect(transactions).toBe(2);
    await other.db.$disconnect();
  });

  it('are not kept when they could not be read', async () => {
    let broken = true;
    const db = counted(world.app.db, () => {
      if (broken) throw new Error('The database is gone');
    });
    const app = { ...world.app, db };
    await expect(readMetrics(app)).rejects.toThrow('gone');
    broken = false;
    expect(await readMetrics(app)).toMatch(/# EOF\n$/);
  });
});

/** The database, telling of each transaction that begins. */
function counted(db: Database, tell: () => void): Database {
  return new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (name !== '$transaction') return value;
      return async (...args: unknown[]) => {
        tell();
        return (value as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}
