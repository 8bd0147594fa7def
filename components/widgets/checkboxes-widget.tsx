import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { optionsOf } from './options-of.ts';
import type { WidgetProps } from './widget.ts';

export function CheckboxesWidget({
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
    <CheckboxGroup
      id={component.id}
      name={component.id}
      legend={label}
      hint={hint}
      help={help}
      helpLabel={texts('help')}
      error={error}
      optionalText={mark}
      options={optionsOf(component, serviceText)}
      values={value}
      inputProps={handlers}
    />
  );
}
