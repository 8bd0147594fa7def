import { optionsOf } from './options-of.ts';
import type { WidgetProps } from './widget.ts';
import { fieldProps } from './widget-field.tsx';

/** A group of choices. HTML has no read-only choice: one that cannot be changed is disabled, and the server never reads it. */
export function choiceProps(widget: WidgetProps) {
  const { component, label, serviceText, handlers } = widget;
  return {
    ...fieldProps(widget),
    name: component.id,
    legend: label,
    options: optionsOf(component, serviceText),
    inputProps: { ...handlers, disabled: component.readOnly || undefined },
  };
}
