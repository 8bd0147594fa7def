import { DateInput } from '../ui/date-input.tsx';
import type { WidgetProps } from './widget.ts';
import { WidgetField } from './widget-field.tsx';

export function DateWidget(props: WidgetProps) {
  const { hintKey: _, size, ...attributes } = props.input;
  return (
    <WidgetField widget={props}>
      {(control) => (
        <DateInput {...attributes} {...control} readOnly={props.component.readOnly} characters={size} />
      )}
    </WidgetField>
  );
}
