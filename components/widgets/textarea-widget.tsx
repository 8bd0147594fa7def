import { Field } from '../ui/field.tsx';
import { Textarea } from '../ui/textarea.tsx';
import type { WidgetProps } from './widget.ts';

export function TextareaWidget({
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
        <Textarea
          {...control}
          {...handlers}
          name={component.id}
          defaultValue={value[0] ?? ''}
          readOnly={component.readOnly}
          autoComplete={input.autoComplete}
          rows={6}
        />
      )}
    </Field>
  );
}
