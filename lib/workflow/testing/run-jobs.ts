import { Logger, runOnce } from 'graphile-worker';
import type { Task } from '@/worker/task.ts';
import { tasks } from '@/worker/tasks/registry.ts';
import type { App } from '../app.ts';

const silent = new Logger(() => () => undefined);

/** Works off what waits in the queue now, as a worker would, and returns. */
export async function runJobs(app: App, databaseUrl: string): Promise<void> {
  // The queue remembers for good whatever it was opened with, and with it would go the database that it belongs to.
  const held: { app?: App } = { app };
  const run = (task: Task) => (payload: unknown) =>
    held.app ? task.run(held.app, payload) : Promise.reject(new Error(`${task.name} came too late`));
  await runOnce({
    connectionString: databaseUrl,
    noHandleSignals: true,
    logger: silent,
    taskList: Object.fromEntries(tasks.map((task) => [task.name, run(task)])),
    parsedCronItems: [],
  });
  held.app = undefined;
}

/** The queue goes by the real clock: what it is to try again later is due now. */
export async function makeJobsDue(app: App): Promise<void> {
  await app.db.$queryRaw`
    select count(*) from graphile_worker.reschedule_jobs(
      array(select id from graphile_worker.jobs where locked_at is null), run_at => now())`;
}
