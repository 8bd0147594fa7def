import type { ReasonProblem } from '@/lib/forms/written-reason.ts';
import type { TextKey } from '@/lib/texts/messages.ts';

/** What is wrong with a reason that an employee gave of a payment, in words. */
export const badReasons: Record<ReasonProblem, TextKey> = {
  too_short: 'adminCase.refundReasonMissing',
  too_long: 'adminCase.refundReasonLong',
  characters: 'adminCase.refundReasonCharacters',
};
