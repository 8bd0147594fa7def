import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx';

/** A question with one answer among a few; `value` is the chosen one. */
export function RadioGroup({ value, ...rest }: ChoiceGroupProps & { value?: string }) {
  return <ChoiceGroup {...rest} type="radio" chosen={value === undefined ? [] : [value]} />;
}
