import type { Translate } from '@/lib/texts/translate.ts';
import { Field } from '../ui/field.tsx';
import type { Option } from '../ui/option.ts';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** One field of an agreement's keys and settings, as its provider describes it. */
export interface AgreementFieldView {
  /** Name of the control. */
  name: string;
  label: string;
  hint?: string;
  kind: 'text' | 'number' | 'choice' | 'switch';
  secret: boolean;
  optional: boolean;
  options?: readonly Option[];
  value: string;
  error?: string;
}

/** The fields, each with its label, hint and error. What is secret is written blind and never shown again. */
export function AgreementFields({ fields, t }: { fields: readonly AgreementFieldView[]; t: Translate }) {
  return fields.map((field) => <AgreementField key={field.name} field={field} t={t} />);
}

/** Id of a field's control: what an error summary links to. */
export function agreementFieldId(name: string): string {
  return name.replaceAll('.', '-');
}

function AgreementField({ field, t }: { field: AgreementFieldView; t: Translate }) {
  const { name, label, hint, kind, secret, optional, options, value, error } = field;
  const choices = kind === 'switch' ? yesNo(t) : options;
  return (
    <Field
      id={agreementFieldId(name)}
      label={label}
      hint={hint}
      error={error}
      optionalText={optional && kind === 'text' ? t('form.optional') : undefined}
    >
      {(control) =>
        choices ? (
          <Select {...control} name={name} options={choices} defaultValue={value} />
        ) : (
          <TextInput
            {...control}
            name={name}
            type={secret ? 'password' : 'text'}
            inputMode={kind === 'number' ? 'numeric' : undefined}
            characters={kind === 'number' ? 6 : 44}
            autoComplete="off"
            spellCheck={false}
            defaultValue={secret ? undefined : value}
          />
        )
      }
    </Field>
  );
}

function yesNo(t: Translate): Option[] {
  return [
    { value: 'yes', label: t('agreements.yes') },
    { value: '', label: t('agreements.no') },
  ];
}
