import { silentAfterSeconds } from '../upkeep/readiness.ts';
import type { MetricSource } from './metric-source.ts';

/** Signs of life of the workers. */
export const workerMetrics: MetricSource = async (reader, now) => {
  const beats = await reader.workerHeartbeat.findMany({ select: { beatAt: true } });
  const times = beats.map(({ beatAt }) => beatAt.getTime());
  const alive = times.filter((time) => now.getTime() - time <= silentAfterSeconds * 1000);
  return [
    {
      name: 'kvitt_workers',
      help: 'Workers that gave a sign of life within the last half minute.',
      samples: [{ value: alive.length }],
    },
    {
      name: 'kvitt_worker_last_heartbeat_timestamp_seconds',
      help: 'When a worker last gave a sign of life, in seconds since 1970; 0 when none has for an hour.',
      samples: [{ value: Math.max(0, ...times) / 1000 }],
    },
  ];
};
