import type { App } from '../app.ts';

const lostJobSeconds = 180;

/**
 * Jobs of a worker that died while it had them, which the queue itself would keep from the others for four hours. No job
 * takes this long, and all of them may run twice.
 */
export async function freeLostJobs(app: App): Promise<void> {
  await app.db.$queryRaw`
    select count(graphile_worker.force_unlock_workers(array[locked_by])) from graphile_worker.jobs
    where locked_at < now() - make_interval(secs => ${lostJobSeconds})`;
}
