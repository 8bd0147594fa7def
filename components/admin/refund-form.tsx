import type { Translate } from '@/lib/texts/translate.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { HiddenFields } from '../ui/hidden-fields.tsx';
import type { Option } from '../ui/option.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { Textarea } from '../ui/textarea.tsx';

export const refundFields = ['part', 'amount', 'line', 'reason'] as const;
export type RefundField = (typeof refundFields)[number];

export interface RefundFormView {
  /** Whether this employee may refund, and the sentence that stands instead of the form when nobody can now. */
  allowed: boolean;
  waits?: string;
  /** What is left, in words; and as it is sent back with the form. */
  left: string;
  leftMinor: number;
  currency: string;
  /** Present where a part can be given back. */
  parts?: { options: readonly Option[]; lines: readonly Option[] };
  /** Why only all of it can be given back. */
  onlyWhole?: string;
  /** What was posted, when it is shown again. */
  tried?: { part?: string; amount: string; lines: readonly string[]; reason: string };
  errors: Partial<Record<RefundField, string>>;
}

/** Gives money back: all that is left or, where the provider can, an amount or some of the lines. Plain HTML. */
export function RefundForm({ id, view, t }: { id: string; view: RefundFormView; t: Translate }) {
  const { allowed, waits, left, leftMinor, parts, onlyWhole, tried, errors } = view;
  return (
    <section className="kv-stack" aria-labelledby="refund-title">
      <Heading level={2} id="refund-title">
        {t('adminCase.refundTitle')}
      </Heading>
      {waits ? <p>{waits}</p> : null}
      {!waits && !allowed ? <p>{t('adminCase.refundFinanceOnly')}</p> : null}
      {!waits && allowed ? (
        <form method="post" action={`/admin/payments/${id}/refund`} className="kv-stack">
          <HiddenFields
            fields={[['left', String(leftMinor)], ...(parts ? [] : ([['part', 'all']] as const))]}
          />
          <p>{t('adminCase.refundLead', { amount: left })}</p>
          {onlyWhole ? <p>{onlyWhole}</p> : null}
          {parts ? <Parts view={view} parts={parts} t={t} /> : null}
          <Field
            id="reason"
            label={t('adminCase.refundReason')}
            hint={t('adminCase.refundReasonHint')}
            error={errors.reason}
          >
            {(control) => <Textarea {...control} name="reason" rows={3} defaultValue={tried?.reason} />}
          </Field>
          <div className="kv-actions">
            <Button color="danger">
              {parts ? t('adminCase.refundButton') : t('adminCase.refundButtonAll', { amount: left })}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}

function Parts({
  view: { left, currency, tried, errors },
  parts,
  t,
}: {
  view: RefundFormView;
  parts: NonNullable<RefundFormView['parts']>;
  t: Translate;
}) {
  return (
    <>
      <RadioGroup
        id="part"
        name="part"
        legend={t('adminCase.refundPart')}
        options={parts.options}
        value={tried?.part}
        error={errors.part}
      />
      <Field
        id="amount"
        label={t('adminCase.refundAmount')}
        hint={t('adminCase.refundAmountHint', { amount: left })}
        error={errors.amount}
      >
        {(control) => (
          <TextInput
            {...control}
            name="amount"
            inputMode="decimal"
            autoComplete="off"
            characters={14}
            suffix={currency}
            defaultValue={tried?.amount}
          />
        )}
      </Field>
      {parts.lines.length > 0 ? (
        <CheckboxGroup
          id="line"
          name="line"
          legend={t('adminCase.refundLines')}
          hint={t('adminCase.refundLinesHint')}
          options={parts.lines}
          values={tried?.lines}
          error={errors.line}
        />
      ) : null}
    </>
  );
}
