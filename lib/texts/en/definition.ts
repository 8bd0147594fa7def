/** What keeps a service from being published: where in the service it is, and what to do about it. */
export const definition = {
  sentence: '{place}: {what}',
  missing_text: 'The text is missing. Write it.',
  unknown_variant:
    '“{variant}” is no sequence of steps that Kvitt can run. Ask whoever sets up the service to choose another.',
  unknown_type:
    'Kvitt has no services of the type “{type}”. Ask whoever sets up the service to choose another.',
  type_without_payment:
    'Services of the type “{type}” cannot have a payment. Only services where something is submitted can.',
  pages_missing: 'The service has a step for filling in, but no pages to fill in. Add at least one page.',
  pages_unwanted:
    'The service has no step for filling in, but it has pages. Remove the pages, or choose steps with filling in.',
  option_list_missing:
    '“{component}” takes its options from the list “{list}”, which does not exist. Add the list, or write the options on the question.',
  prefill_unseen:
    'The field “{field}” is to be filled in beforehand, but no question shows it. Bind a question to the field, or remove the prefilling.',
  never_answered:
    '“{component}” must be filled in, but is always locked, and nothing fills it in beforehand. The form can then never be sent in. Unlock the question, make it optional, or have it filled in beforehand.',
  signing_missing:
    'The service has a signing step, but no security level is chosen for signing. Choose a level.',
  signing_unwanted: 'The service has no signing step. Remove the settings for signing.',
  day_of_signing:
    'The service is signed before it is paid, so the prices of the day of signing apply. Choose the day of signing.',
  day_of_submitting:
    'The service is not signed before it is paid, so the prices of the day of submission apply. Choose the day of submission.',
  reservation_short:
    'A reservation of money lasts only {lives} days with the provider, and here it must last {wanted}. Make the deadline for signing shorter, or take the money at once.',
  no_reservation:
    'The agreement cannot reserve money, but the service wants to reserve before it takes any. Choose another agreement under “Payment”, or take the money at once.',
  no_refund:
    'The agreement cannot pay money back, but the service lets completed cases be withdrawn. Choose no under “Withdrawal and storage”, or another agreement under “Payment”.',
  no_partial_refund:
    'The provider can only refund the whole amount, so the service cannot keep a fee when somebody withdraws the case. Let all of it go back.',
  nobody_mailed:
    'Nobody gets e-mail when something is wrong with a payment. Enter who should under “Alarms” and “E-mail about alarms”.',
  method_unknown:
    'The agreement with the provider has no payment method “{method}”. Deselect it under “Payment”, or get it into the agreement.',
  agreement_unknown:
    'The organisation has no agreement called “{agreement}”. Choose another under “Payment”, or make the agreement under “Agreements”.',
  card_type_unknown: 'The agreement cannot be limited to such cards ({type}). Leave it out under “Payment”.',
  currency_unpayable:
    'Nothing that is allowed can be paid in {currency}. Choose other payment methods or another agreement under “Payment”.',
  description_characters: 'Providers refuse the characters {characters}. Write the text without them.',
  description_template:
    'The text goes to the provider as it stands, and nothing is put into it. Write it without braces.',
  description_personal:
    'The text seems to contain a national identity number. It goes to the provider and must not hold anything about persons.',
  field_unfilled:
    'A rule reads the field “{field}”, which no question fills in. It is therefore always empty. Check whether the name is wrong.',
  rows_no_group:
    'The rule prices rows of “{group}”, but the form has no group with such rows. Then it never costs anything. Add the group, or mend the rule.',
  rows_too_many:
    'One can fill in {rows} rows of “{group}”, but only {max} can have a price line each. Allow fewer rows, or show them as one line.',
  missing: 'Must be filled in.',
  wrong_kind: 'What stands here is of the wrong kind, for example text where a number should be.',
  wrong_form: 'What stands here is not written the right way.',
  too_long: 'The text is too long. It can have at most {max} characters.',
  too_short: 'The text is too short. It must have at least {min} characters.',
  too_many: 'There are too many. There can be at most {max}.',
  too_few: 'There are too few. There must be at least {min}.',
  too_large: 'The number is too large. It can be at most {max}.',
  too_small: 'The number is too small. It must be at least {min}.',
  not_allowed: 'The value is not among those that can be chosen.',
  unknown_field: 'Kvitt has no setting “{names}”. Remove it.',
  used_twice: 'The same stands twice. Remove one of them.',
  bad_condition:
    'The rule is not written in a way that Kvitt understands. Ask whoever sets up the service to mend it.',
  bad_pattern:
    'The pattern that the answer must follow cannot be used. Ask whoever sets up the service to mend it.',
  component_settings:
    'Something that is needed here is missing, or two settings contradict each other. Check that it has a title, a field to store the answer in, and options where it needs them.',
  form_tree:
    '“{component}” is used twice, stands in the wrong place or refers to something that is not in the form. Mend or remove it.',
  condition_unanswered:
    '“{component}” has a condition that asks for “{asked}”, which a form has no answer to. Ask whoever sets up the service to write it in another way.',
  rule_settings:
    'The amounts, dates or other settings of the price rule do not go together. Check them under “Prices”.',
  rule_reference:
    'The price rule does not fit with another price rule that it builds on: that one does not exist, comes later, has another name or another VAT.',
  not_accepted: 'Kvitt does not accept what stands here. Ask whoever sets up the service to look at it.',
  part_page: 'The page “{name}”',
  part_component: '“{name}”',
  part_rule: 'the price rule “{name}”',
  part_text: '{language}, “{name}”',
  part_unnamed: 'the setting “{name}”',
  at_whole: 'The service',
  at_slug: 'The address of the service',
  at_serviceType: 'Type of service',
  at_variant: 'The steps of the service',
  at_texts: 'Texts',
  at_pages: 'The form',
  at_optionLists: 'Lists of options',
  at_prefill: 'Prefilling',
  at_pricing: 'Prices',
  at_payment: 'Payment',
  at_signIn: 'Signing in',
  at_signing: 'Signing',
  at_deadlines: 'Deadlines',
  at_retention: 'How long data is kept',
  at_withdrawal: 'Withdrawal',
  at_received: 'When the case counts as received',
  at_actingParties: 'Who can use the service',
  at_category: 'Category',
  field_id: 'id',
  field_type: 'type',
  field_textResourceBindings: 'the texts',
  field_dataModelBindings: 'the field that the answer is stored in',
  field_required: 'whether the answer is required',
  field_hidden: 'when it is hidden',
  field_readOnly: 'when the answer is locked',
  field_options: 'the options',
  field_optionsId: 'the list of options',
  field_format: 'the format',
  field_pattern: 'the pattern',
  field_min: 'least value',
  field_max: 'greatest value',
  field_minLength: 'shortest answer',
  field_maxLength: 'longest answer',
  field_minCount: 'fewest rows',
  field_maxCount: 'most rows',
  field_condition: 'when the rule applies',
  field_amountMinor: 'the amount',
  field_vat: 'the VAT',
  field_dateBasis: 'the day that decides the price',
  field_capture: 'when the money is taken',
  field_methods: 'payment methods',
  field_cardTypes: 'kinds of cards',
  field_agreement: 'the agreement',
  field_acr: 'the security level',
  field_draftDays: 'days for filling in',
  field_paymentDays: 'days for payment',
  field_signingDays: 'days for signing',
};
