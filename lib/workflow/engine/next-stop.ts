import { steps } from '../steps/registry.ts';
import type { CaseFacts, Step } from '../steps/step.ts';
import type { Variant } from '../variants/variant.ts';

/**
 * Where a submitted case stands: the first step of its variant that is not done; or, when all are, `capture` while money
 * is only held and `complete` when it is in. Pure: the same facts always lead to the same place, whoever reports them.
 */
export type Stop = { at: 'step'; step: Step } | { at: 'capture' } | { at: 'complete' };

export function nextStop(variant: Variant, facts: CaseFacts): Stop {
  const waiting = variant.steps.map((id) => steps.get(id)).find((step) => !step.isDone(facts));
  if (waiting) return { at: 'step', step: waiting };
  return facts.settled ? { at: 'complete' } : { at: 'capture' };
}
