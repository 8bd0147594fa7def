import type { ProgressStep } from '@/components/ui/progress-steps.tsx';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { Draft } from '@/lib/workflow/filling/read-draft.ts';

/** The visible pages and the check page as steps; those before the current one can be opened again. */
export function progressSteps(
  { definition, form, answers, submission }: Draft,
  current: string,
  t: Translate,
): ProgressStep[] {
  const text = serviceText(definition, t.language);
  const steps = [
    ...visibleForm(form, answers).pages.map((page) => ({
      id: page.id,
      title: text(page.textResourceBindings.title),
    })),
    { id: 'check', title: t('form.checkTitle') },
  ];
  const at = steps.findIndex(({ id }) => id === current);
  return steps.map(({ id, title }, index) => ({
    title,
    state: index === at ? 'current' : index < at ? 'done' : 'todo',
    href: index < at ? `/submissions/${submission.id}/${id}` : undefined,
  }));
}
