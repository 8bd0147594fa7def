import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, newJourney } from '@/lib/workflow/testing/journey.ts';
import { createWorld, type World } from '@/lib/workflow/testing/world.ts';
import { runTask } from './run-task.ts';
import { deliverCaseTask } from './tasks/deliver-case.ts';
import { deliverCreditNoteTask } from './tasks/deliver-credit-note.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.close());

it('rule 11: a completed case that cannot be delivered alarms its owner once, until it is delivered', async () => {
  const { app } = world;
  const journey = newJourney(world, await world.person());
  const submissionId = await journey.confirmed();
  await ask(world, await journey.paid(submissionId));
  expect(await journey.status(submissionId)).toBe('completed');
  const broken = { ...deliverCaseTask, run: () => Promise.reject(new Error('The disk is full')) };
  const fail = (attempt: number) =>
    expect(runTask(app, broken, { submissionId }, attempt)).rejects.toThrow('The disk is full');

  await fail(4);
  expect(await journey.alarms(submissionId)).toEqual([]);
  await fail(5);
  await fail(6);
  expect(await journey.alarms(submissionId)).toEqual(['undelivered']);
  await runTask(app, deliverCaseTask, { submissionId }, 7);
  expect(await journey.alarms(submissionId)).toEqual([]);
  expect(await journey.messages(submissionId, 'receipt')).toBe(1);
});

it('rule 11: so does a credit note', async () => {
  const { app } = world;
  const journey = newJourney(world, await world.person());
  const submissionId = await journey.confirmed();
  await ask(world, await journey.paid(submissionId));
  const delivery = { submissionId, credits: 'an attempt' };
  const broken = { ...deliverCreditNoteTask, run: () => Promise.reject(new Error('The disk is full')) };
  await expect(runTask(app, broken, delivery, 5)).rejects.toThrow('The disk is full');
  const [alarm] = await app.db.alarm.findMany({ where: { submissionId, closedAt: null } });
  expect(alarm).toMatchObject({ kind: 'undelivered', values: { what: 'credit_note' } });
});
