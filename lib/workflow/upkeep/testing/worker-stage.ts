import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { isOpen } from '@/lib/audit/list-alarms.ts';
import type { CallFailure, OpenProvider } from '@/lib/payments/provider.ts';
import type { App } from '../../app.ts';
import { employee } from '../../testing/employees.ts';
import { newJourney } from '../../testing/journey.ts';
import type { JourneyStage } from '../../testing/journey-stage.ts';
import { runJobs } from '../../testing/run-jobs.ts';
import { createWorld } from '../../testing/world.ts';
import { reconcile } from '../reconcile.ts';

/** A world in which a worker does all that is done, with its queue and its timer. */
export interface WorkerStage extends JourneyStage {
  /** Of the worker and of everybody else. */
  app: App;
  /** What the provider answers to a refund; undefined lets it be asked. */
  refusal: CallFailure | undefined;
}

/** For the tests of one file: filled in before the first of them; what was made to fail works again after each. */
export function workerStage(): WorkerStage {
  const stage = {} as WorkerStage;
  beforeAll(async () => {
    const world = await createWorld();
    const kari = await world.person();
    const app = { ...world.app, openProvider: refusing(stage, world.app.openProvider) };
    const journey = newJourney({ ...world, app }, kari);
    Object.assign(stage, { world, app, kari, journey, finance: await employee(world, ['finance']) });
  });
  afterAll(() => stage.world?.close());
  beforeEach(() => {
    stage.refusal = undefined;
  });
  afterEach(() => stage.world.nets.clearFaults());
  return stage;
}

function refusing(stage: WorkerStage, open: App['openProvider']): App['openProvider'] {
  return (agreement): OpenProvider => {
    const provider = open(agreement);
    const refund: OpenProvider['refund'] = async (request) =>
      stage.refusal ?? (await provider.refund?.(request)) ?? Promise.reject(new Error());
    return { ...provider, refund };
  };
}

/** The timer of a worker, and its queue, every half minute for so long. */
export async function minutes(stage: WorkerStage, count: number): Promise<void> {
  for (let half = 0; half < count * 2; half++) {
    stage.world.clock.forward(30);
    await work(stage);
  }
}

export async function work({ app, world }: WorkerStage): Promise<void> {
  await runJobs(app, world.databaseUrl);
  for (let round = 0; round < 10 && (await reconcile(app)).handled > 0; round++);
  await runJobs(app, world.databaseUrl);
}

export const openAlarms = ({ app }: WorkerStage, submissionId: string) =>
  app.db.alarm.findMany({ where: { submissionId, ...isOpen }, orderBy: { openedAt: 'asc' } });
