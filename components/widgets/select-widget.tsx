import { Select } from '../ui/select.tsx';
import { optionsOf } from './options-of.ts';
import type { WidgetProps } from './widget.ts';
import { WidgetField } from './widget-field.tsx';

/** HTML has no read-only choice: one that cannot be changed is disabled, and the server never reads it. */
export function SelectWidget(props: WidgetProps) {
  const { component, serviceText, texts } = props;
  return (
    <WidgetField widget={props}>
      {(control) => (
        <Select
          {...control}
          disabled={component.readOnly}
          options={optionsOf(component, serviceText)}
          emptyText={texts('choose')}
        />
      )}
    </WidgetField>
  );
}
