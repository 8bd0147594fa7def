import { Logger, runOnce } from 'graphile-worker';
import { tasks } from '@/worker/tasks/registry.ts';
import type { App } from '../app.ts';

const silent = new Logger(() => () => undefined);

/** Works off what waits in the queue now, as a worker would, and returns. */
export async function runJobs(app: App, databaseUrl: string): Promise<void> {
  await runOnce({
    connectionString: databaseUrl,
    noHandleSignals: true,
    logger: silent,
    taskList: Object.fromEntries(
      tasks.map((task) => [task.name, (payload: unknown) => task.run(app, payload)]),
    ),
    parsedCronItems: [],
  });
}
