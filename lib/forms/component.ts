import type { Language } from '@/lib/core/language.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import type { FormFacts } from './form-facts.ts';

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
  options?: ComponentOption[];
  /** Instead of `options`: a list in the definition's `optionLists`. */
  optionsId?: string;
  /** Bounds of a number, a date (`YYYY-MM-DD`) or a time (`HH:mm`); the exclusive ones are not themselves allowed. */
  min?: string;
  max?: string;
  exclusiveMin?: string;
  exclusiveMax?: string;
  /** In characters, as people count them. */
  minLength?: number;
  maxLength?: number;
  /** A regular expression as in JSON Schema; found anywhere in the answer unless it has `^` and `$`. */
  pattern?: string;
  /** The only answers that are allowed, as they are stored. */
  enum?: string[];
  /** Text keys of sentences in place of Kvitt's own, by the error's code (`pattern`, `required`…); `{label}` is filled in. */
  errorTexts?: Record<string, string>;
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
  /** Panel and Alert: info, warning, success, error. */
  variant?: string;
  /** Address: only street, postcode and place. */
  simplified?: boolean;
  /** Image: a place on this site for each language that has a picture of its own. */
  image?: { src: Partial<Record<Language, string>>; width?: number };
  /** Header: h2, h3… */
  size?: string;
}

/** As in Altinn's `Summary2`: a page or a component by id, or all of it. */
export type SummaryTarget = { type: 'page' | 'component'; id: string } | { type: 'layoutSet' };

/** One choice; `label` and `description` are text keys. */
export interface ComponentOption {
  value: string;
  label: string;
  description?: string;
  /** Then it is no choice: neither shown nor taken. */
  hidden?: boolean | Expression;
}

export interface FormPage {
  id: string;
  textResourceBindings: { title: string; description?: string };
  hidden?: boolean | Expression;
  components: FormComponent[];
}

export interface Form {
  pages: FormPage[];
  /** Absent in a form that belongs to no case: what its conditions ask for besides answers then fails. */
  facts?: FormFacts;
}
