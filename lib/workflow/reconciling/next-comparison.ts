import { addSeconds, endOfOsloDay } from '@/lib/core/clock.ts';

/** When the next comparison after `now` is due: five hours into the next day in Oslo. */
export function nextComparison(now: Date): Date {
  return addSeconds(endOfOsloDay(now), 1 + 5 * 3600);
}
