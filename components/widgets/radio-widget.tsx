import { RadioGroup } from '../ui/radio-group.tsx';
import { choiceProps } from './choice-props.ts';
import type { WidgetProps } from './widget.ts';

export function RadioWidget(props: WidgetProps) {
  return <RadioGroup {...choiceProps(props)} value={props.value[0]} />;
}
