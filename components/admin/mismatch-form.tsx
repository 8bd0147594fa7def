import type { Translate } from '@/lib/texts/translate.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { Textarea } from '../ui/textarea.tsx';

export const mismatchFields = ['mismatch-reason'] as const;

/** What a provider has told of a payment did not match. */
export interface MismatchFormView {
  lead: string;
  /** Whether this employee may say that it is settled. */
  allowed: boolean;
  /** What was written, when it could not be used. */
  reason?: string;
  errors: Partial<Record<(typeof mismatchFields)[number], string>>;
}

/** Where an employee says that money which did not match has gone back at the provider. Plain HTML. */
export function MismatchForm({ id, view, t }: { id: string; view: MismatchFormView; t: Translate }) {
  const { lead, allowed, reason, errors } = view;
  return (
    <section className="kv-stack" aria-labelledby="mismatch-title">
      <Heading level={2} id="mismatch-title">
        {t('adminCase.mismatchTitle')}
      </Heading>
      <p>{lead}</p>
      {allowed ? (
        <form method="post" action={`/admin/payments/${id}/mismatch`} className="kv-stack">
          <Field
            id="mismatch-reason"
            label={t('adminCase.settleReason')}
            hint={t('adminCase.settleReasonHint')}
            error={errors['mismatch-reason']}
          >
            {(control) => <Textarea {...control} name="reason" rows={3} defaultValue={reason} />}
          </Field>
          <div className="kv-actions">
            <Button>{t('adminCase.mismatchButton')}</Button>
          </div>
        </form>
      ) : (
        <p>{t('adminCase.settleFinanceOnly')}</p>
      )}
    </section>
  );
}
