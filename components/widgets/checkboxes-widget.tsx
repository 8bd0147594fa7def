import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { choiceProps } from './choice-props.ts';
import type { WidgetProps } from './widget.ts';

export function CheckboxesWidget(props: WidgetProps) {
  return <CheckboxGroup {...choiceProps(props)} values={props.value} />;
}
