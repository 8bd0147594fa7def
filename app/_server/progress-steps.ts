import type { ProgressStep } from '@/components/ui/progress-steps.tsx';
import type { Answers } from '@/lib/core/answers.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import type { PriceResult } from '@/lib/pricing/calculate-order.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { formOf } from '@/lib/services/form-of.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { stepsAhead } from '@/lib/workflow/engine/steps-ahead.ts';
import type { Draft } from '@/lib/workflow/filling/read-draft.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';

/**
 * All that is left of a draft, to its last step: the visible pages, the check page, and what its variant asks for after
 * that. Pages before the current one can be opened again. While answers that the price follows from are missing, it counts
 * on something to pay, for the number of steps should not grow.
 */
export function draftSteps(draft: Draft, current: string, price: PriceResult, t: Translate): ProgressStep[] {
  const { submission, definition, form, answers } = draft;
  const isFree =
    price.ok && price.order.totalMinor === 0 && (current === 'check' || price.unanswered.length === 0);
  const steps = allSteps({ definition, form, answers, toPay: !isFree }, t);
  return placed(steps, current, (id) => `/submissions/${submission.id}/${id}`);
}

interface SentIn {
  definition: ServiceDefinition;
  submission: { language: string; answers: unknown };
  toPay: boolean;
}

/** The same of a case that stands at a step of its variant: what is done cannot be opened from here. */
export function caseSteps(
  { definition, submission, toPay }: SentIn,
  current: string,
  t: Translate,
): ProgressStep[] {
  const form = formOf(definition, submission);
  return placed(
    allSteps({ definition, form, answers: submission.answers as Answers, toPay }, t),
    current,
    () => undefined,
  );
}

interface Named {
  id: string;
  title: string;
}

function allSteps(
  { definition, form, answers, toPay }: Pick<Draft, 'definition' | 'form' | 'answers'> & { toPay: boolean },
  t: Translate,
): Named[] {
  const text = serviceText(definition, t.language);
  const variant = variants.get(definition.variant);
  const filled = [
    ...visibleForm(form, answers).pages.map(({ id, textResourceBindings }) => ({
      id,
      title: text(textResourceBindings.title),
    })),
    { id: 'check', title: t('form.checkTitle') },
  ];
  return [
    ...(variant.fill ? filled : []),
    ...stepsAhead(variant, { toPay }).map(({ id, title }) => ({ id, title: t(title) })),
  ];
}

function placed(
  steps: readonly Named[],
  current: string,
  hrefOf: (id: string) => string | undefined,
): ProgressStep[] {
  const at = steps.findIndex(({ id }) => id === current);
  return steps.map(({ id, title }, index) => ({
    id,
    title,
    state: index === at ? 'current' : index < at ? 'done' : 'todo',
    href: index < at ? hrefOf(id) : undefined,
  }));
}
