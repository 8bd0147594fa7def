import type { ReactNode } from 'react';

/** The error of one field, in the place where the browser's own reading order wants it; nothing when there is none. */
export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p className="ds-validation-message" data-field="validation" id={id}>
      {children}
    </p>
  );
}
