/**
 * What can be wrong with a service's document, with the values that go into the words (texts `definition.<code>`). Those of the
 * second part are about the shape of the document: few, since the place is always named.
 */
export const problemValues = {
  missing_text: [],
  unknown_variant: ['variant'],
  unknown_type: ['type'],
  type_without_payment: ['type'],
  pages_missing: [],
  pages_unwanted: [],
  option_list_missing: ['component', 'list'],
  prefill_unseen: ['field'],
  never_answered: ['component'],
  signing_missing: [],
  signing_unwanted: [],
  day_of_signing: [],
  day_of_submitting: [],
  reservation_short: ['lives', 'wanted'],
  agreement_unknown: ['agreement'],
  no_reservation: [],
  no_refund: [],
  no_partial_refund: [],
  nobody_mailed: [],
  method_unknown: ['method'],
  card_type_unknown: ['type'],
  currency_unpayable: ['currency'],
  description_characters: ['characters'],
  description_template: [],
  description_personal: [],
  field_unfilled: ['field'],
  rows_no_group: ['group'],
  rows_too_many: ['group', 'rows', 'max'],

  missing: [],
  wrong_kind: [],
  wrong_form: [],
  too_long: ['max'],
  too_short: ['min'],
  too_many: ['max'],
  too_few: ['min'],
  too_large: ['max'],
  too_small: ['min'],
  not_allowed: [],
  unknown_field: ['names'],
  used_twice: [],
  bad_condition: [],
  bad_pattern: [],
  component_settings: [],
  form_tree: ['component'],
  condition_unanswered: ['component', 'asked'],
  rule_settings: [],
  rule_reference: [],
  not_accepted: [],
} as const satisfies Record<string, readonly string[]>;

export type ProblemCode = keyof typeof problemValues;

/** Where in the document (`texts.nb.service.title`), and what is wrong there. */
export interface Problem {
  path: string;
  code: ProblemCode;
  /** `component` is an id; whoever words the problem finds its name. */
  values?: Record<string, string>;
  /** The same for the log and for whoever writes documents by hand; no page shows it. */
  message: string;
}

export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(problemValues, code);
}
