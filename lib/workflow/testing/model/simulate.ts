import fc from 'fast-check';
import { startSandbox } from '@/lib/identity/testing/sandbox.ts';
import type { TestDatabase } from '@/scripts/test-server.ts';
import { registerForMessages } from '../../upkeep/register-for-messages.ts';
import { createWorld } from '../world.ts';
import { describePlan } from './describe-plan.ts';
import { forgetRegistrations } from './forget-registrations.ts';
import { brokenRules } from './invariants.ts';
import { newNetwork } from './network.ts';
import { journeysPerPlan, type Plan, plans } from './plan.ts';
import { play } from './play.ts';
import { addUp, newTotals, type Totals } from './totals.ts';
import { openWebhookDoor } from './webhook-door.ts';

export interface RunOptions {
  /** At least so many are played. */
  journeys: number;
  seed: number;
  /** One plan of the seed alone, as it is. */
  path?: string;
  /** A plan that fails is made smaller for at most so long; absent, it is reported as it is. */
  shrinkMs?: number;
  onProgress?(totals: Totals): void;
}

export interface Outcome {
  totals: Totals;
  /** What is broken, by which plan, and the command that plays it again. */
  failure?: { report: string; cause: unknown };
}

export interface Simulator {
  run(options: RunOptions): Promise<Outcome>;
  close(): Promise<void>;
}

/** The sandbox looks through all that it has: a new one from time to time keeps that short. */
const plansPerSandbox = 100;

/**
 * Plays journeys of people, employees, workers and providers, and holds every one against the providers' own books
 * (docs/testing.md). @param createDatabase makes the database of one plan.
 */
export async function openSimulator(createDatabase: () => Promise<TestDatabase>): Promise<Simulator> {
  const door = await openWebhookDoor();
  let sandbox = await startSandbox('http://localhost:3000');
  let played = 0;

  const playAlone = async (plan: Plan, totals: Totals): Promise<string[]> => {
    if (played > 0 && played % plansPerSandbox === 0) {
      sandbox.stop();
      sandbox = await startSandbox('http://localhost:3000');
    }
    played += 1;
    const network = newNetwork();
    const world = await createWorld({
      createDatabase,
      sandboxUrl: sandbox.url,
      portalUrl: door.url,
      fetch: network.fetch,
    });
    try {
      await registerForMessages(world.app);
      const result = await play({ world, door, network }, plan);
      const broken = await brokenRules(world, result);
      await addUp(totals, world, result);
      return broken;
    } finally {
      await forgetRegistrations(world);
      await world.close();
    }
  };

  return {
    run: (options) => run(playAlone, options),
    async close() {
      sandbox.stop();
      await door.close();
    },
  };
}

async function run(
  playAlone: (plan: Plan, totals: Totals) => Promise<string[]>,
  { journeys, seed, path, shrinkMs = 0, onProgress }: RunOptions,
): Promise<Outcome> {
  const totals = newTotals();
  let failedAt: number | undefined;
  let foundAfter = 0;
  const remember = () => {
    if (failedAt === undefined) foundAfter = totals.journeys;
    failedAt ??= Date.now();
  };
  // A path into what was made smaller would play all that was tried after it, too.
  const played = path ? fc.constantFrom(...fc.sample(plans, { seed, path, numRuns: 1 })) : plans;
  const checked = await fc.check(
    fc.asyncProperty(played, async (plan) => {
      // Out of time: no smaller one is looked for.
      if (failedAt !== undefined && Date.now() > failedAt + shrinkMs) return;
      const broken = await playAlone(plan, totals).catch((error: unknown) => {
        remember();
        throw error;
      });
      if (broken.length > 0) remember();
      onProgress?.(totals);
      if (broken.length > 0) throw new BrokenRules(broken.join('\n'));
    }),
    {
      seed,
      numRuns: path ? 1 : Math.ceil(journeys / journeysPerPlan),
      endOnFailure: shrinkMs === 0,
    },
  );
  if (!checked.failed) return { totals };
  const [plan] = checked.counterexample ?? [];
  const replay = `npm run simulate -- --seed ${checked.seed} --path ${path ?? checked.counterexamplePath}`;
  const error = checked.errorInstance;
  const what = error instanceof Error && !(error instanceof BrokenRules) ? error.stack : String(error);
  const report = `${what}\nFound after ${foundAfter} journeys.\n\n${plan ? describePlan(plan) : ''}\n\nPlayed again by\n  ${replay}`;
  return { totals, failure: { report, cause: error } };
}

class BrokenRules extends Error {
  override name = 'Broken';
}
