import { TextInput } from '../ui/text-input.tsx';
import type { WidgetProps } from './widget.ts';
import { WidgetField } from './widget-field.tsx';

export function TextWidget(props: WidgetProps) {
  const { component, label, input, serviceText } = props;
  const unit = component.unit === undefined ? undefined : serviceText(component.unit);
  const { hintKey: _, size, ...attributes } = input;
  const labelWithUnit = unit ? (
    <>
      {label} <span className="kv-optional">({unit})</span>
    </>
  ) : (
    label
  );
  return (
    <WidgetField widget={props} label={labelWithUnit}>
      {(control) => (
        <TextInput
          {...attributes}
          {...control}
          readOnly={component.readOnly}
          characters={size}
          suffix={unit}
        />
      )}
    </WidgetField>
  );
}
