import type { ComponentProps } from 'react';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';
import type { Option } from './option.ts';

export interface ChoiceGroupProps extends Omit<FieldsetProps, 'children'> {
  name: string;
  options: readonly Option[];
  /** Extra attributes of every input, e.g. what React Hook Form's `register` gives. */
  inputProps?: ComponentProps<'input'>;
}

interface Props extends ChoiceGroupProps {
  type: 'radio' | 'checkbox';
  chosen: readonly string[];
}

/** Radio buttons or checkboxes; the first input has the group's own id, so that a link in an error summary lands on it. */
export function ChoiceGroup({ type, name, options, chosen, inputProps, ...fieldset }: Props) {
  return (
    <Fieldset {...fieldset}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          id={index === 0 ? fieldset.id : `${fieldset.id}-${index}`}
          option={option}
          input={{
            ...inputProps,
            type,
            name,
            value: option.value,
            defaultChecked: chosen.includes(option.value),
            'aria-invalid': fieldset.error ? true : undefined,
          }}
        />
      ))}
    </Fieldset>
  );
}

function Choice({ id, option, input }: { id: string; option: Option; input: ComponentProps<'input'> }) {
  // The first has the group's own id, whose hint is the group's.
  const hintId = `${id}-option-hint`;
  return (
    <div className="ds-field">
      <input {...input} id={id} className="ds-input" aria-describedby={option.hint ? hintId : undefined} />
      <label className="ds-label" data-weight="regular" htmlFor={id}>
        {option.label}
      </label>
      {option.hint ? (
        <div data-field="description" id={hintId}>
          {option.hint}
        </div>
      ) : null}
    </div>
  );
}
