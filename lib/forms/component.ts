import type { Expression } from '@/lib/expressions/expression.ts';

/** One component in Altinn's vocabulary; what a type means beyond this lies in its field file. */
export interface FormComponent {
  id: string;
  /** A field type (`Input`, `RadioButtons`…) or a text type (`Header`, `Paragraph`, `Panel`…). */
  type: string;
  /** Text keys: `title`, `description`, `help`, `shortName`; of a RepeatingGroup also `rowTitle` («Vare»), `add_button`, `add_button_full`. */
  textResourceBindings?: Record<string, string>;
  /**
   * Data model paths without indexes: `simpleBinding`, and of a `RepeatingGroup` `group`, the path of its array of rows; what is
   * inside binds with the whole path (`Varer.Navn`, nested `Varer.Deler.Navn`) and means the row it stands in.
   */
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
  /** What is inside a `Group`, `RepeatingGroup`, `Accordion` or `ButtonGroup`; text and conditions of the outer apply first. */
  children?: FormComponent[];
  /** RepeatingGroup: rows that are there from the start and cannot be removed. */
  minCount?: number;
  /** RepeatingGroup: the most rows, `maxRows` when absent. */
  maxCount?: number;
  /** RepeatingGroup: decided for each row by itself. */
  hiddenRow?: boolean | Expression;
  /** Accordion: unfolded from the start. */
  openByDefault?: boolean;
  /** Summary: whose answers it repeats; the whole form when absent. */
  target?: SummaryTarget;
  /** Panel: info, warning, success, error. */
  variant?: string;
  /** Header: h2, h3… */
  size?: string;
}

/** As in Altinn's `Summary2`: a page or a component by id, or all of it. */
export type SummaryTarget = { type: 'page' | 'component'; id: string } | { type: 'layoutSet' };

export interface FormPage {
  id: string;
  textResourceBindings: { title: string; description?: string };
  hidden?: boolean | Expression;
  components: FormComponent[];
}

export interface Form {
  pages: FormPage[];
}
