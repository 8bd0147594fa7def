import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { WidgetProps } from './widget.ts';

export function TextWidget({
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
  const unit = component.unit === undefined ? undefined : serviceText(component.unit);
  const { hintKey: _, size, ...attributes } = input;
  return (
    <Field
      id={component.id}
      label={
        unit ? (
          <>
            {label} <span className="kv-optional">({unit})</span>
          </>
        ) : (
          label
        )
      }
      hint={hint}
      help={help}
      helpLabel={texts('help')}
      error={error}
      optionalText={mark}
    >
      {(control) => (
        <TextInput
          {...attributes}
          {...control}
          {...handlers}
          name={component.id}
          defaultValue={value[0] ?? ''}
          readOnly={component.readOnly}
          characters={size}
          suffix={unit}
        />
      )}
    </Field>
  );
}
