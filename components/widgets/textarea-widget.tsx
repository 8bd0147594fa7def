import { Textarea } from '../ui/textarea.tsx';
import type { WidgetProps } from './widget.ts';
import { WidgetField } from './widget-field.tsx';

export function TextareaWidget(props: WidgetProps) {
  return (
    <WidgetField widget={props}>
      {(control) => <Textarea {...control} readOnly={props.component.readOnly} rows={6} />}
    </WidgetField>
  );
}
