import { endOfOsloDay } from '@/lib/core/clock.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { SubmissionStatus } from '@/lib/submissions/submission-machine.ts';

type Rules = Pick<ServiceDefinition, 'deadlines' | 'retention'>;

const defaultWarnDays = 7;

/** How many whole days before a draft's end its parties are told; always less than its life. */
export function draftWarnDays({ deadlines, retention }: Rules): number {
  return Math.min(retention?.warnDays ?? defaultWarnDays, deadlines.draftDays - 1);
}

/** The same before a completed case's answers are erased; 0 where they are kept. */
export function contentWarnDays({ retention }: Pick<Rules, 'retention'>): number {
  const kept = retention?.submissionDays ?? 1;
  return Math.min(retention?.warnDays ?? defaultWarnDays, kept - 1);
}

/** Until when a draft that begins now, or begins again, may be filled in, and when its deletion is warned of. */
export function draftDates(definition: Rules, now: Date): { deadlineAt: Date; warnAt: Date } {
  return {
    deadlineAt: endOfOsloDay(now, definition.deadlines.draftDays),
    warnAt: warningBefore(now, definition.deadlines.draftDays, draftWarnDays(definition)),
  };
}

/** When the content of a completed case is erased, and that is warned of; nulls when its service keeps it. */
export function erasureAfterCompletion(
  definition: Pick<Rules, 'retention'>,
  completedAt: Date,
): { eraseAt: Date | null; warnAt: Date | null } {
  const days = definition.retention?.submissionDays;
  if (days === undefined) return { eraseAt: null, warnAt: null };
  return {
    eraseAt: endOfOsloDay(completedAt, days),
    warnAt: warningBefore(completedAt, days, contentWarnDays(definition)),
  };
}

/**
 * When the content of a case that ends without being completed is erased: a draft's at once, for nobody is to have it;
 * a submitted one's after the days that a draft lives, so that whoever asks about it can be answered.
 */
export function erasureAfterClosing(
  { deadlines }: Pick<Rules, 'deadlines'>,
  status: SubmissionStatus,
  closedAt: Date,
): Date {
  return status === 'draft' ? closedAt : endOfOsloDay(closedAt, deadlines.draftDays);
}

/** The midnight that leaves `warnDays` whole days, and the rest of the one that begins, before the end of day `days`. */
function warningBefore(from: Date, days: number, warnDays: number): Date {
  return endOfOsloDay(from, days - warnDays - 1);
}
