import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx';

/** A question with any number of answers; `values` are the ticked ones. */
export function CheckboxGroup({ values = [], ...rest }: ChoiceGroupProps & { values?: readonly string[] }) {
  return <ChoiceGroup {...rest} type="checkbox" chosen={values} />;
}
