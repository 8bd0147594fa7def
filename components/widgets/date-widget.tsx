import { DateInput } from '../ui/date-input.tsx';
import { Field } from '../ui/field.tsx';
import type { WidgetProps } from './widget.ts';

export function DateWidget({
  component,
  label,
  hint,
  help,
  mark,
  error,
  value,
  input,
  texts,
  handlers,
}: WidgetProps) {
  const { hintKey: _, size, ...attributes } = input;
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
        <DateInput
          {...attributes}
          {...control}
          {...handlers}
          name={component.id}
          defaultValue={value[0] ?? ''}
          readOnly={component.readOnly}
          characters={size}
        />
      )}
    </Field>
  );
}
