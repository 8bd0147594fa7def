import type { ReactNode } from 'react';
import type { FieldProps } from './field.tsx';
import { FieldError } from './field-error.tsx';
import { fieldIds } from './field-ids.ts';
import { HelpText } from './help-text.tsx';

export interface FieldsetProps extends Omit<FieldProps, 'label' | 'children'> {
  legend: ReactNode;
  children: ReactNode;
}

/** A group of controls with one question; the hint and the error belong to the group, so its `aria-describedby` names them. */
export function Fieldset({
  id,
  legend,
  hint,
  help,
  helpLabel,
  error,
  optionalText,
  children,
}: FieldsetProps) {
  const ids = fieldIds(id, { hint: Boolean(hint), error: Boolean(error) });
  return (
    <fieldset className="ds-fieldset" id={`${id}-group`} aria-describedby={ids.control['aria-describedby']}>
      <legend className="ds-label">
        {legend}
        {optionalText ? <span className="kv-optional"> {optionalText}</span> : null}
      </legend>
      {hint ? (
        <div data-field="description" id={ids.hintId}>
          {hint}
        </div>
      ) : null}
      {help ? <HelpText label={helpLabel ?? '?'}>{help}</HelpText> : null}
      {children}
      <FieldError id={ids.errorId}>{error}</FieldError>
    </fieldset>
  );
}
