import { setImmediate as othersTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { addSeconds } from '@/lib/core/clock.ts';
import { gate } from '@/lib/workflow/testing/gate.ts';
import type { GoOn } from '@/lib/workflow/upkeep/work-off.ts';
import { newTimer } from './timer.ts';

let now = new Date('2026-03-10T10:00:00Z');
const clock = { now: () => now };
const noLanes = async () => [];

it('a step that fails or is slow is no matter of the others, and is not joined by itself', async () => {
  const door = gate();
  const runs = { failing: 0, slow: 0, other: 0 };
  const steps = [
    {
      name: 'failing',
      run: async () => {
        runs.failing += 1;
        throw new Error('It does');
      },
    },
    {
      name: 'slow',
      run: async () => {
        runs.slow += 1;
        await door.pass();
      },
    },
    {
      name: 'other',
      run: async () => {
        runs.other += 1;
      },
    },
  ];
  const timer = newTimer(clock, steps, async () => {
    throw new Error('The database is away');
  });
  timer.tick();
  await othersTurn();
  timer.tick();
  await othersTurn();
  expect(runs).toEqual({ failing: 2, slow: 1, other: 2 });
  door.open();
  await timer.stop();
  timer.tick();
  expect(runs.other).toBe(2);
});

it('what comes further is not stuck, however long it takes, and ends where it can', async () => {
  const doors = [gate(), gate()] as const;
  const asked: boolean[] = [];
  const run = async (goOn: GoOn) => {
    for (const door of doors) {
      asked.push(goOn());
      await door.pass();
    }
    asked.push(goOn());
  };
  const timer = newTimer(clock, [{ name: 'long', run }], noLanes);
  timer.tick();
  await doors[0].reached;
  now = addSeconds(now, 599);
  expect(timer.stuck()).toEqual([]);
  doors[0].open();
  await doors[1].reached;
  now = addSeconds(now, 599);
  expect(timer.stuck()).toEqual([]);
  now = addSeconds(now, 1);
  expect(timer.stuck()).toEqual(['long']);
  const stopped = timer.stop();
  doors[1].open();
  await stopped;
  expect(asked).toEqual([true, true, false]);
  expect(timer.stuck()).toEqual([]);
});
