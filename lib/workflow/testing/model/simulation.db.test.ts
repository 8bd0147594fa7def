import { afterAll, expect, inject, it, vi } from 'vitest';
import { createDatabaseOn } from '@/scripts/test-server.ts';
import { drivers } from '../drivers/registry.ts';
import { openSimulator, type Simulator } from './simulate.ts';

/*
 * Submission × payment × signing × provider as a model (docs/testing.md): journeys of every variant side by side, each at one
 * of the providers, with all of their faults, processes that die or stand still between any two steps, on a virtual clock,
 * against real PostgreSQL and the sandboxes over HTTP. A failure prints the line that plays it again.
 */
const long = process.env.KVITT_LONG === '1';
// The short lane plays the same journeys every time, so that it fails for who has changed something; the long one others.
const usual = long ? Math.floor(Math.random() * 2 ** 31) : 20261121;
const seed = Number(process.env.KVITT_SEED) || usual;
const journeys = long ? 3000 : 300;

vi.setConfig({ testTimeout: long ? 3_600_000 : 900_000 });

let simulator: Simulator | undefined;
afterAll(() => simulator?.close());

it('no orphan money, one receipt, one mail, a credit note per refund: whatever happens, in whatever order', async () => {
  simulator = await openSimulator(() => createDatabaseOn(inject('testServerUrl')));
  const { failure, totals } = await simulator.run({ journeys, seed });
  if (failure) throw new Error(failure.report, { cause: failure.cause });
  expect(totals.journeys).toBeGreaterThanOrEqual(journeys);
  // A model that never gets there proves nothing.
  expect(Object.keys(totals.outcomes)).toEqual(expect.arrayContaining(outcomesToSee));
  expect(Object.keys(totals.providers).sort()).toEqual(drivers.ids().sort());
});

const outcomesToSee = ['completed', 'completed, credited', 'expired', 'withdrawn'];
