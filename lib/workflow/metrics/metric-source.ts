import type { Metric } from '@/lib/core/open-metrics.ts';
import type { Reader } from '@/lib/db/client.ts';

/**
 * Some metrics that are read together. Everything is derived from the database, so that all processes say the same and a
 * restart forgets nothing. What is read must be bounded by what is open or recent, by an index, however old the database is.
 */
export type MetricSource = (reader: Reader, now: Date) => Promise<Metric[]>;

/** What is counted as recent, in seconds; the metrics' help says so. */
export const recentSeconds = 3600;
