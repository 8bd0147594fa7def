import { hostname } from 'node:os';
import { type Task as GraphileTask, run, type TaskList } from 'graphile-worker';
import { addSeconds } from '@/lib/core/clock.ts';
import { log } from '@/lib/core/log.ts';
import { deleteEndedSessions } from '@/lib/identity/sessions.ts';
import { deleteEndedStaffSessions } from '@/lib/identity/staff/staff-sessions.ts';
import { remindOfAlarms } from '@/lib/workflow/alarms/remind-of-alarms.ts';
import type { App } from '@/lib/workflow/app.ts';
import { planComparisons } from '@/lib/workflow/reconciling/plan-comparisons.ts';
import { reconcile } from '@/lib/workflow/upkeep/reconcile.ts';
import { registerForMessages } from '@/lib/workflow/upkeep/register-for-messages.ts';
import { tellUnseenRefunds } from '@/lib/workflow/upkeep/unseen-refunds.ts';
import { queueLogger } from './queue-logger.ts';
import { runTask } from './run-task.ts';
import { tasks } from './tasks/registry.ts';

const tickMs = 3000;
/** Stray money is found within this, by each worker, among what moved in the last hour. */
const watchEverySeconds = 15;
/** And among all payments there are: first of all, for what happened while no worker ran. */
const sweepEverySeconds = 3600;

export interface RunningWorker {
  stop(): Promise<void>;
}

/** Runs the queue and the timer of one worker process. Any number of them may share a database. */
export async function startWorker(
  app: App,
  options: { databaseUrl: string; concurrency?: number; tickMs?: number },
): Promise<RunningWorker> {
  const workerId = `${hostname()}:${process.pid}:${app.ids.uuid().slice(0, 8)}`;
  const taskList: TaskList = Object.fromEntries(
    tasks.map((task): [string, GraphileTask] => [
      task.name,
      (payload, { job }) => runTask(app, task, payload, job.attempts),
    ]),
  );
  const runner = await run({
    connectionString: options.databaseUrl,
    concurrency: options.concurrency ?? 4,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: queueLogger,
    taskList,
    parsedCronItems: [],
  });
  let stopping = false;
  let ticking: Promise<void> | undefined;
  const watches = atMostEvery(app, watchEverySeconds);
  const sweeps = atMostEvery(app, sweepEverySeconds);
  const watched = () => (sweeps() ? 'all' : watches() ? 'recent' : 'none');
  const tick = async () => {
    try {
      await beat(app, workerId);
      await deleteEndedSessions(app.db, app.clock.now());
      await deleteEndedStaffSessions(app.db, app.clock.now());
      await registerForMessages(app);
      await planComparisons(app);
      await tellUnseenRefunds(app);
      await remindOfAlarms(app);
      // What is due is worked off, a round at a time; a round that never ends must not starve the heartbeat.
      for (let round = 0; round < 20 && !stopping; round++)
        if ((await reconcile(app, { watch: watched() })).handled === 0) break;
    } catch (error) {
      log.error({ err: error }, 'the timer failed');
    }
  };
  const timer = setInterval(() => {
    // A tick that is slow, because a provider is, is not joined by another one.
    ticking ??= tick().finally(() => {
      ticking = undefined;
    });
  }, options.tickMs ?? tickMs);
  await beat(app, workerId);
  return {
    async stop() {
      stopping = true;
      clearInterval(timer);
      await ticking;
      await runner.stop();
      await app.db.workerHeartbeat.deleteMany({ where: { workerId } });
    },
  };
}

/** Says yes when so many seconds have gone since it last did. */
function atMostEvery({ clock }: App, seconds: number): () => boolean {
  let last: Date | undefined;
  return () => {
    const now = clock.now();
    if (last && now < addSeconds(last, seconds)) return false;
    last = now;
    return true;
  };
}

/** Tells `/api/ready` that somebody works; rows of workers long gone are swept. */
async function beat(app: App, workerId: string): Promise<void> {
  const now = app.clock.now();
  await app.db.workerHeartbeat.upsert({
    where: { workerId },
    create: { workerId, startedAt: now, beatAt: now },
    update: { beatAt: now },
  });
  await app.db.workerHeartbeat.deleteMany({ where: { beatAt: { lt: new Date(now.getTime() - 3_600_000) } } });
}
