import { steps } from '../steps/registry.ts';
import type { Step } from '../steps/step.ts';
import type { Variant } from '../variants/variant.ts';

/** The steps that a case of this variant comes to once its form is filled in, in order; nothing to pay means no payment step. */
export function stepsAhead(variant: Variant, { toPay }: { toPay: boolean }): Step[] {
  const facts = { settled: !toPay, held: false, signaturesMissing: 1 };
  return variant.steps.map((id) => steps.get(id)).filter((step) => !step.isDone(facts));
}
