import type { Translate } from '@/lib/texts/translate.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import type { Option } from '../ui/option.ts';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** One field of the settings; with options it is a choice, else a line of text. */
export interface TermField {
  name: string;
  label: string;
  hint?: string;
  options?: readonly Option[];
  emptyText?: string;
  optional?: boolean;
  suffix?: string;
  inputMode?: 'numeric' | 'decimal';
  value: string;
  error?: string;
}

export interface SettlementTermsPageProps {
  action: string;
  title: string;
  groups: readonly { title: string; hint?: string; fields: readonly TermField[] }[];
  t: Translate;
}

/** What an owner says of an agreement's settlements: what was agreed, and how the reports are written. */
export function SettlementTermsPage({ action, title, groups, t }: SettlementTermsPageProps) {
  const errors = groups.flatMap(({ fields }) =>
    fields.flatMap(({ name, error }) => (error ? [{ fieldId: idOf(name), message: error }] : [])),
  );
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary title={t('reconciliation.errorsTitle')} errors={errors} />
      <BackLink href="/admin/reconciliation">{t('reconciliation.back')}</BackLink>
      <Heading level={1}>{title}</Heading>
      <p>{t('reconciliation.termsLead')}</p>
      <form id="terms" method="post" action={action} className="kv-stack" data-gap="lg">
        {groups.map((group, index) => (
          <section key={group.title} className="kv-stack" aria-labelledby={`group-${index}`}>
            <Heading level={2} id={`group-${index}`}>
              {group.title}
            </Heading>
            {group.hint ? <p>{group.hint}</p> : null}
            {group.fields.map((field) => (
              <Term key={field.name} field={field} t={t} />
            ))}
          </section>
        ))}
        <div className="kv-actions">
          <Button>{t('reconciliation.saveTerms')}</Button>
        </div>
      </form>
    </div>
  );
}

function Term({ field, t }: { field: TermField; t: Translate }) {
  const { name, label, hint, options, emptyText, optional, suffix, inputMode, value, error } = field;
  return (
    <Field
      id={idOf(name)}
      label={label}
      hint={hint}
      error={error}
      optionalText={optional ? t('form.optional') : undefined}
    >
      {(control) =>
        options ? (
          <Select {...control} name={name} options={options} emptyText={emptyText} defaultValue={value} />
        ) : (
          <TextInput
            {...control}
            name={name}
            suffix={suffix}
            inputMode={inputMode}
            autoComplete="off"
            characters={inputMode ? 10 : 30}
            defaultValue={value}
          />
        )
      }
    </Field>
  );
}

function idOf(name: string): string {
  return name.replaceAll('.', '-');
}
