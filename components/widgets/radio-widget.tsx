import { RadioGroup } from '../ui/radio-group.tsx';
import { optionsOf } from './options-of.ts';
import type { WidgetProps } from './widget.ts';

export function RadioWidget({
  component,
  label,
  hint,
  help,
  mark,
  error,
  value,
  serviceText,
  texts,
  handlers,
}: WidgetProps) {
  return (
    <RadioGroup
      id={component.id}
      name={component.id}
      legend={label}
      hint={hint}
      help={help}
      helpLabel={texts('help')}
      error={error}
      optionalText={mark}
      options={optionsOf(component, serviceText)}
      value={value[0]}
      inputProps={handlers}
    />
  );
}
