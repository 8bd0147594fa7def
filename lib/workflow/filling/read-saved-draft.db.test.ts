import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { createWorld, type World } from '../testing/world.ts';
import { readSavedDraft } from './read-saved-draft.ts';
import { saveAnswers } from './save-answers.ts';
import { startSubmission } from './start-submission.ts';

let world: World;
let kari: Actor;
let id: string;
let firstPage: string;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  kari = await world.person();
  const started = await startSubmission(world.app, kari, await world.service('submit_and_pay'), 'nb');
  ({ submissionId: id, firstPage } = started);
});

const save = (count: string, version: number, counts = true) =>
  saveAnswers(world.app, kari, id, firstPage, { count: [count], _shown: ['count'] }, version, { counts });

/** Reads as a page that comes does, while the saves of the one before come one by one, each in a pause. */
async function read(awaited: number | undefined, saves: (() => Promise<unknown>)[] = [], actor = kari) {
  let pauses = 0;
  const pause = async () => saves[pauses++]?.();
  const draft = await readSavedDraft(world.app, actor, id, awaited, pause);
  return { count: draft?.answers.count, pauses, draft };
}

it('waits for the save that the page before told of, and for one behind it', async () => {
  expect(await read(1, [() => save('2', 0)])).toMatchObject({ count: '2', pauses: 1 });
  const nothing = async () => undefined;
  const two = [nothing, () => save('3', 1), nothing, () => save('4', 2)];
  expect(await read(3, two)).toMatchObject({ count: '4', pauses: 4 });
});

it('waits for a save that changes nothing, and no longer', async () => {
  await save('2', 0);
  expect(await read(2, [() => save('2', 1)])).toMatchObject({ count: '2', pauses: 1 });
  // A post of the person's own is the same however often it comes.
  expect(await save('2', 2, false)).toMatchObject({ kind: 'saved', answersVersion: 2 });
  expect(await save('2', 1)).toMatchObject({ kind: 'saved', answersVersion: 2 });
});

it.each([undefined, 0, 3, 999_999_999])('waits for nothing when told %j', async (awaited) => {
  expect(await read(awaited)).toMatchObject({ count: undefined, pauses: 0 });
});

it('shows what is there when the save never comes', async () => {
  expect(await read(1)).toMatchObject({ count: undefined, pauses: 60 });
});

it('stops when the case is no draft any more, and lets nobody else wait', async () => {
  const movesOn = () => world.app.db.submission.update({ where: { id }, data: { status: 'withdrawn' } });
  expect(await read(1, [movesOn])).toEqual({ count: undefined, pauses: 1, draft: undefined });
  const ola = await world.person('Ola');
  await expect(read(1, [], ola)).rejects.toMatchObject({ code: 'not_found' });
});
