import type { Translate } from '@/lib/texts/translate.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** One field, and what somebody else saved meanwhile where that differs. */
export interface TermsFieldView {
  name: string;
  label: string;
  value: string;
  theirs?: string;
  error?: string;
}

/** Until when a completed case may be withdrawn, and how long answers are kept. */
export interface TermsSectionView {
  /** Absent of a service without a form. */
  withdrawal?: {
    /** `yes`, `no` or neither. */
    allowed: TermsFieldView;
    days: TermsFieldView;
    untilHandled: { checked: boolean; theirs?: string };
    kept: TermsFieldView & { currency: string };
  };
  submissionDays: TermsFieldView;
  warnDays: TermsFieldView;
}

/** What a service promises those who withdraw a completed case, and when it forgets what they wrote. */
export function TermsFields({ terms, t }: { terms: TermsSectionView; t: Translate }) {
  const { withdrawal, submissionDays, warnDays } = terms;
  return (
    <>
      {withdrawal ? <Withdrawal withdrawal={withdrawal} t={t} /> : null}
      <section className="kv-stack" aria-labelledby="retention-title">
        <Heading level={2} id="retention-title">
          {t('adminService.retentionTitle')}
        </Heading>
        <p>{t('adminService.retentionLead')}</p>
        <Line field={submissionDays} hint={t('adminService.submissionDaysHint')} t={t} />
        <Line field={warnDays} hint={t('adminService.warnDaysHint')} t={t} />
      </section>
    </>
  );
}

function Withdrawal({
  withdrawal: { allowed, days, untilHandled, kept },
  t,
}: {
  withdrawal: NonNullable<TermsSectionView['withdrawal']>;
  t: Translate;
}) {
  return (
    <section className="kv-stack" aria-labelledby="withdrawal-title">
      <Heading level={2} id="withdrawal-title">
        {t('adminService.withdrawalTitle')}
      </Heading>
      <p>{t('adminService.withdrawalLead')}</p>
      <RadioGroup
        id={allowed.name}
        name={allowed.name}
        legend={allowed.label}
        hint={theirs(allowed, t)}
        error={allowed.error}
        options={[
          { value: 'no', label: t('adminService.no') },
          { value: 'yes', label: t('adminService.withdrawalYes') },
        ]}
        value={allowed.value}
      />
      <Line field={days} hint={t('adminService.withdrawalDaysHint')} t={t} />
      <Checkbox
        id="withdrawalUntilHandled"
        name="withdrawalUntilHandled"
        value="yes"
        label={t('adminService.withdrawalUntilHandled')}
        hint={hinted(t('adminService.withdrawalUntilHandledHint'), theirs(untilHandled, t))}
        defaultChecked={untilHandled.checked}
      />
      <Line
        field={kept}
        hint={t('adminService.withdrawalKeptHint')}
        suffix={kept.currency}
        inputMode="decimal"
        t={t}
      />
    </section>
  );
}

interface LineProps {
  field: TermsFieldView;
  hint: string;
  suffix?: string;
  inputMode?: 'numeric' | 'decimal';
  t: Translate;
}

function Line({ field, hint, suffix, inputMode = 'numeric', t }: LineProps) {
  return (
    <Field
      id={field.name}
      label={field.label}
      hint={hinted(hint, theirs(field, t))}
      error={field.error}
      optionalText={t('form.optional')}
    >
      {(control) => (
        <TextInput
          {...control}
          name={field.name}
          inputMode={inputMode}
          autoComplete="off"
          characters={10}
          suffix={suffix}
          defaultValue={field.value}
        />
      )}
    </Field>
  );
}

function hinted(hint: string, saved: string | undefined): string {
  return saved ? `${hint} ${saved}` : hint;
}

function theirs({ theirs: text }: { theirs?: string }, t: Translate): string | undefined {
  return text === undefined ? undefined : t('adminService.conflictTheirs', { text });
}
