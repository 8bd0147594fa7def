import { endOfOsloDay } from '@/lib/core/clock.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { CaseRole } from '@/lib/submissions/find-case.ts';
import type { SubmissionStatus } from '@/lib/submissions/submission-machine.ts';

/** The states that the one who filled in a case may withdraw it from whatever its service says: any before it is completed. */
const unfinished = ['draft', 'awaiting_payment', 'awaiting_signature'] as const satisfies SubmissionStatus[];
export type Withdrawable = (typeof unfinished)[number] | 'completed';

type Facts = Pick<Submission, 'status' | 'completedAt' | 'handlingBegunAt'>;

/** Whether a party with these roles in a case that is under way is shown the way to withdraw it. */
export function mayWithdraw(found: { status: SubmissionStatus; roles: readonly CaseRole[] }): boolean {
  return isUnfinished(found.status) && found.roles.includes('filler');
}

/** The state that a case may be withdrawn from now: before completion always, after it as its service says. */
export function withdrawableFrom(
  { status, completedAt, handlingBegunAt }: Facts,
  { withdrawal }: Pick<ServiceDefinition, 'withdrawal'>,
  now: Date,
): Withdrawable | undefined {
  if (isUnfinished(status)) return status;
  if (status !== 'completed' || !completedAt || !withdrawal) return undefined;
  if (withdrawal.untilHandled && handlingBegunAt) return undefined;
  if (withdrawal.days !== undefined && now > endOfOsloDay(completedAt, withdrawal.days)) return undefined;
  return status;
}

/** The last moment of a completed case's withdrawal, where its service counts days. */
export function withdrawalEnds(
  { completedAt }: Pick<Facts, 'completedAt'>,
  { withdrawal }: Pick<ServiceDefinition, 'withdrawal'>,
): Date | undefined {
  return completedAt && withdrawal?.days !== undefined
    ? endOfOsloDay(completedAt, withdrawal.days)
    : undefined;
}

function isUnfinished(status: SubmissionStatus): status is (typeof unfinished)[number] {
  return (unfinished as readonly SubmissionStatus[]).includes(status);
}
