import { alarmMetrics } from './alarms.ts';
import { attemptMetrics } from './attempts.ts';
import type { MetricSource } from './metric-source.ts';
import { operationMetrics } from './operations.ts';
import { queueMetrics } from './queue.ts';
import { workerMetrics } from './workers.ts';

/** One line per source of metrics. */
export const metricSources: readonly MetricSource[] = [
  alarmMetrics,
  queueMetrics,
  attemptMetrics,
  operationMetrics,
  workerMetrics,
];
