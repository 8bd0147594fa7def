import type { TextKey } from '@/lib/texts/messages.ts';
import type { StepUpRefusal } from './finish-step-up.ts';

const texts: Record<StepUpRefusal, TextKey> = {
  cancelled: 'identity.stepUpCancelled',
  wrong_person: 'identity.stepUpWrongPerson',
  level_too_low: 'identity.stepUpLevel',
  expired: 'identity.stepUpExpired',
  used: 'identity.stepUpExpired',
  unavailable: 'identity.stepUpUnavailable',
  unknown: 'identity.stepUpFailed',
  invalid: 'identity.stepUpFailed',
  not_fresh: 'identity.stepUpFailed',
};

/** What the signing page says about `?problem=` that the step-up's callback left; undefined when there is none. */
export function stepUpProblemText(problem: unknown): TextKey | undefined {
  return typeof problem === 'string' && Object.hasOwn(texts, problem)
    ? texts[problem as StepUpRefusal]
    : undefined;
}
