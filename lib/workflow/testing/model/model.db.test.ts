import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startSandbox } from '@/lib/identity/testing/sandbox.ts';
import { createWorld } from '../world.ts';
import { brokenRules } from './invariants.ts';
import { type Plan, plans } from './plan.ts';
import { play } from './play.ts';
import { openWebhookDoor, type WebhookDoor } from './webhook-door.ts';

/*
 * Submission × payment × signing as a model: one case of every variant at once, people, employees, workers and the
 * provider in any order, webhooks late, twice, lost and reordered, processes that die or stand still between any two
 * steps, on a virtual clock, against real PostgreSQL and the sandbox over HTTP.
 *
 * A failure prints its seed and path; the same plan is played again by
 *   KVITT_SEED=<seed> KVITT_PATH=<path> npx vitest run --project db lib/workflow/testing/model
 * and all plans of a seed without the path. KVITT_LONG=1 (`npm run test:all`) plays many, for 20 minutes or KVITT_MODEL_SECONDS.
 */
const long = process.env.KVITT_LONG === '1';
const seed = Number(process.env.KVITT_SEED) || Math.floor(Math.random() * 2 ** 31);
const path = process.env.KVITT_PATH || undefined;
const limitMs = (Number(process.env.KVITT_MODEL_SECONDS) || (long ? 1200 : 25)) * 1000;

const outcomesToSee = ['awaiting_payment', 'completed', 'completed, credited', 'expired', 'withdrawn'];

vi.setConfig({ testTimeout: limitMs + 120_000 });

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let door: WebhookDoor;

beforeAll(async () => {
  [sandbox, door] = await Promise.all([startSandbox('http://localhost:3000'), openWebhookDoor()]);
});
afterAll(async () => {
  sandbox?.stop();
  await door?.close();
});

/** Plays a plan in a world of its own. */
async function playAlone(plan: Plan) {
  const world = await createWorld({ sandboxUrl: sandbox.url, portalUrl: door.url });
  try {
    const played = await play(world, door, plan);
    const cases = await world.app.db.submission.findMany({ include: { receipts: true } });
    const outcomes = cases.map(
      ({ status, receipts }) => `${status}${receipts.length > 1 ? ', credited' : ''}`,
    );
    return { broken: await brokenRules(world, played), played, outcomes };
  } finally {
    await world.close();
  }
}

it('no orphan money, one receipt, one mail, a credit note per refund: whatever happens, in whatever order', async () => {
  const totals = { plans: 0, webhooks: 0, stops: 0 };
  const seen = new Map<string, number>();
  const end = Date.now() + limitMs;
  const checked = await fc.check(
    fc.asyncProperty(plans, async (plan) => {
      // Out of time: what is left is not played, and nothing is cut off in the middle.
      if (Date.now() > end) return;
      const { broken, played, outcomes } = await playAlone(plan);
      for (const outcome of outcomes) seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      totals.plans += 1;
      totals.webhooks += played.webhooks;
      totals.stops += played.stops;
      expect(broken).toEqual([]);
    }),
    {
      seed,
      ...(path && { path }),
      numRuns: long ? 2000 : 40,
      // Shrinking plays plan after plan: when there is time.
      endOnFailure: !long && !path,
    },
  );
  if (checked.failed) {
    const replay = `KVITT_SEED=${checked.seed} KVITT_PATH=${checked.counterexamplePath} npx vitest run --project db lib/workflow/testing/model`;
    throw new Error(`${replay}\n${fc.defaultReportMessage(checked)}`, { cause: checked.errorInstance });
  }
  if (process.env.KVITT_MODEL_REPORT)
    console.info(JSON.stringify({ seed, ...totals, ...Object.fromEntries(seen) }));
  expect(totals.plans).toBeGreaterThan(0);
  // A model that never gets there proves nothing.
  if (long) expect([...seen.keys()].sort()).toEqual(expect.arrayContaining(outcomesToSee));
});
