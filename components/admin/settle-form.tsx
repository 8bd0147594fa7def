import type { Translate } from '@/lib/texts/translate.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { HiddenFields } from '../ui/hidden-fields.tsx';
import type { Option } from '../ui/option.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Textarea } from '../ui/textarea.tsx';

export const settleFields = ['settle-outcome', 'settle-reason'] as const;
export type SettleField = (typeof settleFields)[number];

/** An operation that nobody knows the outcome of. */
export interface SettleFormView {
  operationId: string;
  title: string;
  lead: string;
  /** Whether this employee may say what became of it. */
  allowed: boolean;
  options: readonly Option[];
  tried?: { outcome?: string; reason: string };
  errors: Partial<Record<SettleField, string>>;
}

/** Asks a person who has looked at the provider's what became of an operation. Plain HTML. */
export function SettleForm({ id, view, t }: { id: string; view: SettleFormView; t: Translate }) {
  const { operationId, title, lead, allowed, options, tried, errors } = view;
  return (
    <section className="kv-stack" aria-labelledby="settle-title">
      <Heading level={2} id="settle-title">
        {title}
      </Heading>
      <p>{lead}</p>
      {allowed ? (
        <form method="post" action={`/admin/payments/${id}/settle`} className="kv-stack">
          <HiddenFields fields={[['operation', operationId]]} />
          <RadioGroup
            id="settle-outcome"
            name="outcome"
            legend={t('adminCase.settleOutcome')}
            options={options}
            value={tried?.outcome}
            error={errors['settle-outcome']}
          />
          <Field
            id="settle-reason"
            label={t('adminCase.settleReason')}
            hint={t('adminCase.settleReasonHint')}
            error={errors['settle-reason']}
          >
            {(control) => <Textarea {...control} name="reason" rows={3} defaultValue={tried?.reason} />}
          </Field>
          <div className="kv-actions">
            <Button>{t('adminCase.settleButton')}</Button>
          </div>
        </form>
      ) : (
        <p>{t('adminCase.settleFinanceOnly')}</p>
      )}
    </section>
  );
}
