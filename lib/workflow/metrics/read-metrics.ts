import { addSeconds } from '@/lib/core/clock.ts';
import { type Metric, writeMetrics } from '@/lib/core/open-metrics.ts';
import type { App } from '../app.ts';
import { metricSources } from './registry.ts';

/** However often they are asked for, they are read once in so many seconds by one process. */
const freshSeconds = 5;
/** Of one statement. Metrics that cost more than they are worth are not given. */
const timeoutMs = 2000;

interface Reading {
  at: Date;
  text: Promise<string>;
}

const readings = new WeakMap<App, Reading>();

/**
 * All metrics as text, of one moment: one transaction reads them.
 * @throws when the database gives no answer in time.
 */
export function readMetrics(app: App): Promise<string> {
  const now = app.clock.now();
  const last = readings.get(app);
  if (last && now >= last.at && now < addSeconds(last.at, freshSeconds)) return last.text;
  const reading = { at: now, text: readAll(app, now).then(writeMetrics) };
  readings.set(app, reading);
  // What failed is not kept.
  reading.text.catch(() => readings.get(app) === reading && readings.delete(app));
  return reading.text;
}

async function readAll(app: App, now: Date): Promise<Metric[]> {
  return app.db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select set_config('statement_timeout', ${String(timeoutMs)}, true)`;
      const all: Metric[] = [];
      for (const source of metricSources) all.push(...(await source(tx, now)));
      return all;
    },
    { isolationLevel: 'RepeatableRead' },
  );
}
