import { addSeconds } from '@/lib/core/clock.ts';

/** Seconds until the provider is asked again: every 30 s for the first ten minutes, then backing off to hours (rule 6). */
export function nextCheck(now: Date, createdAt: Date): Date {
  const ageSeconds = Math.max(0, (now.getTime() - createdAt.getTime()) / 1000);
  return addSeconds(now, checkInterval(ageSeconds));
}

function checkInterval(ageSeconds: number): number {
  if (ageSeconds < 600) return 30;
  if (ageSeconds < 3600) return 120;
  if (ageSeconds < 86_400) return 900;
  return 3 * 3600;
}

const lateDays = 30;

/**
 * When a closed attempt is asked about next, that may be paid all the same: after a minute, then after as long as it has been
 * closed; null once a month has passed.
 */
export function lateCheck(now: Date, closedAt: Date): Date | null {
  const closedSeconds = Math.max(0, (now.getTime() - closedAt.getTime()) / 1000);
  return closedSeconds > lateDays * 86_400 ? null : addSeconds(now, Math.max(60, closedSeconds));
}

/** Delay before try number `tries + 1` of an operation: 5 s doubling to an hour. */
export function nextTry(now: Date, tries: number): Date {
  return addSeconds(now, Math.min(3600, 5 * 2 ** Math.min(tries, 10)));
}
