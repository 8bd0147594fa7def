import type { StepUpRefusal } from '@/lib/identity/finish-step-up.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';

/** Why nothing was signed, as `problem` of the signing page's query says it. */
export type SignProblem =
  | StepUpRefusal
  | 'content_changed'
  | 'content_damaged'
  | 'price_changed'
  | 'price_failed';

const words: Record<SignProblem, { title: TextKey; text: TextKey }> = {
  content_changed: { title: 'signing.problemContentChangedTitle', text: 'signing.problemContentChanged' },
  content_damaged: { title: 'signing.problemDamagedTitle', text: 'signing.problemDamaged' },
  price_changed: { title: 'signing.problemPriceChangedTitle', text: 'signing.problemPriceChanged' },
  price_failed: { title: 'signing.problemDamagedTitle', text: 'signing.problemPriceFailed' },
  cancelled: { title: 'signing.notSignedTitle', text: 'identity.stepUpCancelled' },
  wrong_person: { title: 'signing.notSignedTitle', text: 'identity.stepUpWrongPerson' },
  level_too_low: { title: 'signing.notSignedTitle', text: 'identity.stepUpLevel' },
  expired: { title: 'signing.notSignedTitle', text: 'identity.stepUpExpired' },
  unavailable: { title: 'signing.notSignedTitle', text: 'identity.stepUpUnavailable' },
  unknown: { title: 'signing.notSignedTitle', text: 'identity.stepUpFailed' },
  used: { title: 'signing.notSignedTitle', text: 'identity.stepUpFailed' },
  invalid: { title: 'signing.notSignedTitle', text: 'identity.stepUpFailed' },
  not_fresh: { title: 'signing.notSignedTitle', text: 'identity.stepUpFailed' },
};

/** The problem in words; undefined for none, and for what is no problem of ours. */
export function problemWords(
  problem: string | undefined,
  t: Translate,
): { title: string; text: string } | undefined {
  if (problem === undefined || !Object.hasOwn(words, problem)) return undefined;
  const { title, text } = words[problem as SignProblem];
  return { title: t(title), text: t(text) };
}
