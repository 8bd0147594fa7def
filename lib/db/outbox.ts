import type { Transaction } from './client.ts';

/** Work to wake after commit, by task name. Each task is a file in `worker/tasks` and looks its facts up itself. */
export interface OutboxJob {
  task: string;
  payload: Record<string, string>;
  /** Jobs with one key are one job: a second one replaces the first while it waits. */
  key?: string;
  /** Seconds from now; the job only wakes a use case, which asks our own tables whether it is time. */
  delaySeconds?: number;
}

/** Adds a job in the same transaction as the state that it follows from: both happen, or neither. */
export async function enqueue(tx: Transaction, job: OutboxJob): Promise<void> {
  const payload = JSON.stringify(job.payload);
  const delay = `${job.delaySeconds ?? 0} seconds`;
  await tx.$executeRaw`
    select graphile_worker.add_job(${job.task}, payload := ${payload}::json, job_key := ${job.key ?? null}::text,
      run_at := now() + ${delay}::interval, max_attempts := 25)`;
}
