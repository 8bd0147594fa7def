import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { newDatabase } from '@/lib/db/client.ts';
import { createWorld, type World } from '../testing/world.ts';
import { readiness } from './readiness.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.close());

const beat = (workerId: string) =>
  world.app.db.workerHeartbeat.create({
    data: { workerId, startedAt: world.clock.now(), beatAt: world.clock.now() },
  });

it('is ready while some worker gives signs of life, and degraded when none has for half a minute', async () => {
  const silent = { status: 'degraded', database: 'up', worker: 'silent' };
  const ready = { status: 'ready', database: 'up', worker: 'alive' };
  expect(await readiness(world.app)).toEqual(silent);
  await beat('one');
  expect(await readiness(world.app)).toEqual(ready);
  world.clock.forward(20);
  await beat('another');
  world.clock.forward(30);
  expect(await readiness(world.app)).toEqual(ready);
  world.clock.forward(1);
  expect(await readiness(world.app)).toEqual(silent);
});

it('is down when the database does not answer, and says nothing of the workers', async () => {
  const db = newDatabase('postgresql://nobody@127.0.0.1:1/none', world.app.box, 1);
  expect(await readiness({ ...world.app, db })).toEqual({
    status: 'down',
    database: 'down',
    worker: 'unknown',
  });
  await db.$disconnect();
});
