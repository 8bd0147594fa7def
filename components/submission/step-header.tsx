import type { Translate } from '@/lib/texts/translate.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Heading } from '../ui/heading.tsx';
import type { ProgressStep } from '../ui/progress-steps.tsx';
import { CaseProgress } from './case-progress.tsx';

export interface StepHeaderProps {
  serviceTitle: string;
  /** Whom it is filled in for. */
  actingName: string;
  title: string;
  description?: string;
  steps: readonly ProgressStep[];
  /** With links to the fields: `fieldId` is what follows `#`. */
  errors: readonly { fieldId: string; message: string }[];
  t: Translate;
}

/** The top of every step of filling in: which service, for whom, how far, and what has to be corrected. */
export function StepHeader({
  serviceTitle,
  actingName,
  title,
  description,
  steps,
  errors,
  t,
}: StepHeaderProps) {
  return (
    <div className="kv-stack">
      <div className="kv-stack" data-gap="xs">
        <p className="kv-muted">
          {serviceTitle}. {t('form.actingFor', { name: actingName })}.
        </p>
        <CaseProgress steps={steps} t={t} />
      </div>
      <ErrorSummary title={t('form.errorsTitle', { count: errors.length })} errors={errors} />
      <Heading level={1}>{title}</Heading>
      {description ? <p className="kv-lead">{description}</p> : null}
    </div>
  );
}
