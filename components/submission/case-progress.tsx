import type { Translate } from '@/lib/texts/translate.ts';
import { type ProgressStep, ProgressSteps } from '../ui/progress-steps.tsx';

/** How far a case has come, of all its steps to the last; nothing where there is only one. */
export function CaseProgress({ steps, t }: { steps: readonly ProgressStep[]; t: Translate }) {
  if (steps.length < 2) return null;
  const step = steps.findIndex(({ state }) => state === 'current') + 1;
  return (
    <ProgressSteps
      label={t('form.progress')}
      positionText={t('form.position', { step, steps: steps.length })}
      doneText={t('form.done')}
      steps={steps}
    />
  );
}
