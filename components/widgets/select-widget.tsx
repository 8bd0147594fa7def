import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { optionsOf } from './options-of.ts';
import type { WidgetProps } from './widget.ts';

export function SelectWidget({
  component,
  label,
  hint,
  help,
  mark,
  error,
  value,
  input,
  serviceText,
  texts,
  handlers,
}: WidgetProps) {
  return (
    <Field
      id={component.id}
      label={label}
      hint={hint}
      help={help}
      helpLabel={texts('help')}
      error={error}
      optionalText={mark}
    >
      {(control) => (
        <Select
          {...control}
          {...handlers}
          name={component.id}
          defaultValue={value[0] ?? ''}
          autoComplete={input.autoComplete}
          options={optionsOf(component, serviceText)}
          emptyText={texts('choose')}
        />
      )}
    </Field>
  );
}
