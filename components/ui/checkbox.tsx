import type { ComponentProps, ReactNode } from 'react';
import { FieldError } from './field-error.tsx';
import { fieldIds } from './field-ids.ts';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'id'> {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

/** One tick that stands alone, such as a confirmation. */
export function Checkbox({ id, label, hint, error, ...rest }: CheckboxProps) {
  const ids = fieldIds(id, { hint: Boolean(hint), error: Boolean(error) });
  return (
    <div className="ds-field">
      <input {...rest} {...ids.control} type="checkbox" className="ds-input" />
      <label className="ds-label" data-weight="regular" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <div data-field="description" id={ids.hintId}>
          {hint}
        </div>
      ) : null}
      <FieldError id={ids.errorId}>{error}</FieldError>
    </div>
  );
}
