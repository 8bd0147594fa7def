/** What ties a control to its label, hint and error; spread it on the control. */
export interface ControlIds {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export interface FieldIds {
  hintId: string;
  errorId: string;
  control: ControlIds;
}

/** Ids of a field's parts; the error is read before the hint, as it is what the person came back for. */
export function fieldIds(id: string, has: { hint: boolean; error: boolean }): FieldIds {
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [has.error && errorId, has.hint && hintId].filter(Boolean).join(' ');
  return {
    hintId,
    errorId,
    control: {
      id,
      ...(describedBy && { 'aria-describedby': describedBy }),
      ...(has.error && { 'aria-invalid': true as const }),
    },
  };
}
