import type { MetricSource } from './metric-source.ts';

interface QueueRow {
  task: string;
  state: string;
  count: number;
  oldestSeconds: number;
}

/** The queue, which is the outbox too. Jobs that are done are gone from it; its times are PostgreSQL's own. */
export const queueMetrics: MetricSource = async (reader) => {
  const rows = await reader.$queryRaw<QueueRow[]>`
    select task_identifier as task,
           case when attempts >= max_attempts then 'given_up' when locked_at is not null then 'running'
                when run_at > now() then 'later' else 'ready' end as state,
           count(*)::int as count,
           greatest(extract(epoch from now() - min(run_at)), 0)::float8 as "oldestSeconds"
      from graphile_worker.jobs group by 1, 2`;
  const ready = rows.filter(({ state }) => state === 'ready');
  return [
    {
      name: 'kvitt_queue_jobs',
      help: 'Jobs of the queue by task: ready to be run, running, later (waiting for another try), given up.',
      samples: rows.map(({ task, state, count }) => ({ labels: { task, state }, value: count })),
    },
    {
      name: 'kvitt_queue_oldest_ready_seconds',
      help: 'For how long the oldest job that is ready has been waiting for a worker; 0 when none is.',
      samples: [{ value: Math.max(0, ...ready.map(({ oldestSeconds }) => oldestSeconds)) }],
    },
  ];
};
