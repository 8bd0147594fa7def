import type { ReactNode } from 'react';
import { Field } from '../ui/field.tsx';
import type { ControlIds } from '../ui/field-ids.ts';
import type { ControlHandlers, WidgetProps } from './widget.ts';

/** What a label, hint, help and error need of a widget's props; the same for one control and for a group of them. */
export function fieldProps({ component, hint, help, mark, error, texts }: WidgetProps) {
  return { id: component.id, hint, help, helpLabel: texts('help'), error, optionalText: mark };
}

/** What every control of one value needs besides what ties it to its label. */
export interface ControlProps extends ControlIds, Partial<ControlHandlers> {
  name: string;
  defaultValue: string;
  autoComplete?: string;
}

interface Props {
  widget: WidgetProps;
  /** Where it is more than the component's label. */
  label?: ReactNode;
  children(control: ControlProps): ReactNode;
}

/** A control of one value with its label, hint, help and error. */
export function WidgetField({ widget, label = widget.label, children }: Props) {
  const { component, value, input, handlers } = widget;
  return (
    <Field {...fieldProps(widget)} label={label}>
      {(ids) =>
        children({
          ...ids,
          ...handlers,
          name: component.id,
          defaultValue: value[0] ?? '',
          autoComplete: input.autoComplete,
        })
      }
    </Field>
  );
}
