import type { ReactNode } from 'react';
import { FieldError } from './field-error.tsx';
import { type ControlIds, fieldIds } from './field-ids.ts';
import { HelpText } from './help-text.tsx';

export interface FieldProps {
  /** Id of the control itself; hint, help and error get ids from it. */
  id: string;
  label: ReactNode;
  /** One short line under the label. */
  hint?: ReactNode;
  /** Longer explanation, folded away behind `helpLabel`. */
  help?: ReactNode;
  helpLabel?: string;
  error?: ReactNode;
  /** «Valgfritt» beside the label of a field that may be left empty. */
  optionalText?: string;
  /** Gets what ties the control to its label, hint and error: spread it on the control. */
  children: (control: ControlIds) => ReactNode;
}

/** A label, its control, and the hint and error that a screen reader must hear with it; the wiring is explicit and works without JavaScript. */
export function Field({ id, label, hint, help, helpLabel, error, optionalText, children }: FieldProps) {
  const ids = fieldIds(id, { hint: Boolean(hint), error: Boolean(error) });
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
        {optionalText ? <span className="kv-optional"> {optionalText}</span> : null}
      </label>
      {hint ? (
        <div data-field="description" id={ids.hintId}>
          {hint}
        </div>
      ) : null}
      {help ? <HelpText label={helpLabel ?? '?'}>{help}</HelpText> : null}
      {children(ids.control)}
      <FieldError id={ids.errorId}>{error}</FieldError>
    </div>
  );
}
