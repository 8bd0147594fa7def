import type { Variant } from '../variants/variant.ts';

/** What happens when the answers are confirmed, for the words on the button. */
export type ConfirmAction = 'submit' | 'submit_and_pay' | 'to_payment' | 'to_signing';

/** From the variant's own order of steps; nothing to pay means no payment step. */
export function confirmAction(variant: Variant, totalMinor: number): ConfirmAction {
  const [next, ...later] = variant.steps.filter((step) => step !== 'pay' || totalMinor > 0);
  if (next === 'pay') return later.length ? 'to_payment' : 'submit_and_pay';
  return next === 'sign' ? 'to_signing' : 'submit';
}
