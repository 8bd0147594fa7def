import { expect, it } from 'vitest';
import { addSeconds } from '@/lib/core/clock.ts';
import type { App } from '../app.ts';
import { type Due, workOff } from './work-off.ts';

/** What is done of what is due where each thing takes so many seconds; and how many are handled. */
async function done(
  due: readonly Due[],
  seconds: (id: string) => number,
  { stopAfter = 99, batch = 99 } = {},
): Promise<string[]> {
  let now = new Date('2026-03-10T10:00:00Z');
  const app = { clock: { now: () => now } } as App;
  const tried: string[] = [];
  const work = async (id: string) => {
    tried.push(id);
    now = addSeconds(now, seconds(id));
    if (id.endsWith('!')) throw new Error('It does not work');
    return id.endsWith('?') ? 'not_mine' : 'done';
  };
  const left = async (except: readonly string[]) =>
    due
      .filter(({ id, agreementId = '' }) => !tried.includes(id) && !except.includes(agreementId))
      .slice(0, batch);
  const { handled } = await workOff(app, [{ due: left, work }], () => tried.length < stopAfter);
  return [...tried, `${handled}`];
}

const of = (agreementId: string | undefined, ...ids: string[]): Due[] =>
  ids.map((id) => ({ id, ...(agreementId && { agreementId }) }));

it('one that fails stops none of the others, and what another worker has is not counted', async () => {
  expect(await done(of('a', '1', '2!', '3?', '4'), () => 0)).toEqual(['1', '2!', '3?', '4', '2']);
});

it('after the first that is slow, its agreement’s others are left to the next round', async () => {
  const due = [...of('a', 'a1', 'a2!'), ...of('b', 'b1'), ...of('a', 'a3'), ...of(undefined, 'c1', 'c2')];
  expect(await done(due, (id) => (id === 'a1' ? 46 : 1))).toEqual(['a1', 'b1', 'c1', 'c2', '4']);
  expect(await done(due, (id) => (id === 'a2!' ? 46 : 1))).toEqual(['a1', 'a2!', 'b1', 'c1', 'c2', '4']);
  expect(await done(due, () => 46)).toEqual(['a1', 'b1', 'c1', 'c2', '4']);
  // Also where all that is read first is its own.
  const seconds = (id: string) => (id === 'a1' ? 46 : 1);
  expect(await done(due, seconds, { batch: 2 })).toEqual(['a1', 'b1', 'c1', '3']);
});

it('ends where it is told to', async () => {
  expect(await done(of('a', '1', '2', '3'), () => 0, { stopAfter: 2 })).toEqual(['1', '2', '2']);
});

it('what cannot be read stops nothing else', async () => {
  const app = { clock: { now: () => new Date() } } as App;
  const broken = {
    due: async () => {
      throw new Error('The database is away');
    },
    work: async () => undefined,
  };
  const fine = { due: async () => of('a', '1'), work: async () => undefined };
  expect(await workOff(app, [broken, fine])).toEqual({ handled: 1 });
});
