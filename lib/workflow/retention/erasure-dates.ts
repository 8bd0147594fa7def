import { endOfOsloDay } from '@/lib/core/clock.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { SubmissionStatus } from '@/lib/submissions/submission-machine.ts';

/** Days between the warning and the deletion, where a service does not say. */
export const defaultWarnDays = 7;

export function warnDaysOf({ retention }: Pick<ServiceDefinition, 'retention'>): number {
  return retention?.warnDays ?? defaultWarnDays;
}

/**
 * When the content of a case that ends without being completed is erased: a draft's at once, for nobody is to have it;
 * a submitted one's after the days that a draft lives, so that whoever asks about it can be answered.
 */
export function erasureAfterClosing(
  { deadlines }: Pick<ServiceDefinition, 'deadlines'>,
  status: SubmissionStatus,
  closedAt: Date,
): Date {
  return status === 'draft' ? closedAt : endOfOsloDay(closedAt, deadlines.draftDays);
}

/** When the content of a completed case is erased; null when its service keeps it. */
export function erasureAfterCompletion(
  { retention }: Pick<ServiceDefinition, 'retention'>,
  completedAt: Date,
): Date | null {
  return retention?.submissionDays === undefined ? null : endOfOsloDay(completedAt, retention.submissionDays);
}
