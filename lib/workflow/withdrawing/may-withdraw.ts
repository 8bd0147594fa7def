import type { CaseRole } from '@/lib/submissions/find-case.ts';
import type { SubmissionStatus } from '@/lib/submissions/submission-machine.ts';

/** The states that the one who filled in a case may withdraw it from: any before it is completed. */
export const withdrawable = [
  'draft',
  'awaiting_payment',
  'awaiting_signature',
] as const satisfies SubmissionStatus[];
export type Withdrawable = (typeof withdrawable)[number];

/** Whether a party with these roles in a case is shown the way to withdraw it. */
export function mayWithdraw(found: { status: SubmissionStatus; roles: readonly CaseRole[] }): boolean {
  return isWithdrawable(found.status) && found.roles.includes('filler');
}

export function isWithdrawable(status: SubmissionStatus): status is Withdrawable {
  return (withdrawable as readonly SubmissionStatus[]).includes(status);
}
