/** One choice of a radio group, a checkbox group or a select. */
export interface Option {
  value: string;
  label: string;
  hint?: string;
}
