import type { Expression } from '@/lib/expressions/expression.ts';

/** One component in Altinn's vocabulary; what a type means beyond this lies in its field file. */
export interface FormComponent {
  id: string;
  /** A field type (`Input`, `RadioButtons`…) or a text type (`Header`, `Paragraph`, `Panel`…). */
  type: string;
  /** Text keys: `title`, `description`, `help`. */
  textResourceBindings?: Record<string, string>;
  /** Data model paths: `simpleBinding`. */
  dataModelBindings?: Record<string, string>;
  required?: boolean | Expression;
  hidden?: boolean | Expression;
  readOnly?: boolean | Expression;
  /** Of an `Input`: text, number, date, email, phone, orgNumber, fnr, postcode, money… */
  format?: string;
  options?: { value: string; label: string }[];
  min?: string;
  max?: string;
  maxLength?: number;
  maxDecimals?: number;
  /** Files: the most that may be attached. */
  maxNumberOfAttachments?: number;
  autocomplete?: string;
  /** Text key of the unit after the field: «liter», «m²». */
  unit?: string;
  /** Panel: info, warning, success, error. */
  variant?: string;
  /** Header: h2, h3… */
  size?: string;
}

export interface FormPage {
  id: string;
  textResourceBindings: { title: string; description?: string };
  hidden?: boolean | Expression;
  components: FormComponent[];
}

export interface Form {
  pages: FormPage[];
}
