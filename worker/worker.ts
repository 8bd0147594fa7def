import { hostname } from 'node:os';
import { type Task as GraphileTask, type Runner, run } from 'graphile-worker';
import type { App } from '@/lib/workflow/app.ts';
import { newHeartbeat } from './heartbeat.ts';
import { queueLogger } from './queue-logger.ts';
import { runTask } from './run-task.ts';
import { lanesOf, stepsOf } from './steps.ts';
import type { Task } from './task.ts';
import { tasks } from './tasks/registry.ts';
import { newTimer } from './timer.ts';

const tickMs = 3000;
/** Of each of the two queues. */
const poolSize = 5;

export interface RunningWorker {
  stop(): Promise<void>;
}

/** Runs the queue and the timer of one worker process. Any number of them may share a database. */
export async function startWorker(
  app: App,
  options: { databaseUrl: string; concurrency?: number; tickMs?: number },
): Promise<RunningWorker> {
  const workerId = `${hostname()}:${process.pid}:${app.ids.uuid().slice(0, 8)}`;
  const timer = newTimer(app.clock, stepsOf(app), () => lanesOf(app));
  const heart = newHeartbeat(app, workerId, timer);
  await heart.beat();
  // Jobs that wait for a provider have hands of their own: while it hangs, receipts and messages go out.
  const runners = await Promise.all(
    [true, false].map((asks) => runQueue(app, (task) => (task.asksProvider ?? false) === asks, options)),
  );
  // Each by its own: a tick that is slow must not look like a worker that is dead.
  const intervals = [timer.tick, heart.beat].map((act) => setInterval(act, options.tickMs ?? tickMs));
  return {
    async stop() {
      for (const interval of intervals) clearInterval(interval);
      await Promise.all([timer.stop(), ...runners.map((runner) => runner.stop())]);
      await heart.end();
    },
  };
}

function runQueue(
  app: App,
  takes: (task: Task) => boolean,
  { databaseUrl, concurrency = 4 }: { databaseUrl: string; concurrency?: number },
): Promise<Runner> {
  const taskList = tasks
    .filter(takes)
    .map((task): [string, GraphileTask] => [
      task.name,
      (payload, { job }) => runTask(app, task, payload, job.attempts),
    ]);
  return run({
    connectionString: databaseUrl,
    concurrency,
    maxPoolSize: poolSize,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: queueLogger,
    taskList: Object.fromEntries(taskList),
    parsedCronItems: [],
  });
}
