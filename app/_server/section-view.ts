import { type AmountView, amountFieldId } from '@/components/admin/amount-field.tsx';
import type { SectionView, TextView } from '@/components/admin/section-form.tsx';
import { type Language, languages } from '@/lib/core/language.ts';
import type { AmountProblem, SectionProblem } from '@/lib/services/apply-section.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { EditSection } from '@/lib/services/edit-section.ts';
import type { Problem } from '@/lib/services/problem.ts';
import { problemInWords } from '@/lib/services/problem-in-words.ts';
import { seenHash } from '@/lib/services/save-draft.ts';
import {
  amountField,
  type RuleAmount,
  ruleAmounts,
  type SectionInput,
  textField,
} from '@/lib/services/section-input.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { textName } from '@/lib/texts/text-names.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { PaymentOffer } from '@/lib/workflow/staff/service-known.ts';
import { paymentSectionView } from './payment-section-view.ts';
import { termsErrors, termsSectionView } from './terms-section-view.ts';
import { withMethodLabel } from './ways-words.ts';

export interface SectionFormInput {
  serviceId: string;
  definition: ServiceDefinition;
  section: EditSection;
  /** What the fields show: what is stored, or what was posted. */
  input: SectionInput;
  /** What is stored: the save is refused when it is no longer that. */
  stored: SectionInput;
  offer: PaymentOffer;
  problems?: readonly SectionProblem[];
  /** What is wrong with the fields together, by place in the document. */
  unsound?: readonly Problem[];
  conflict?: { by?: string; at?: Date };
  /** What of the stored document does not fit the agreement that it names. */
  misfits?: readonly Problem[];
  /** What is worth knowing of the payment, and keeps nobody from publishing. */
  hints?: readonly Problem[];
  notice?: string;
}

/** Everything that the form of a section shows, in the employee's language. */
export function sectionView(form: SectionFormInput, t: Translate): SectionView {
  const { serviceId, definition, section, stored, conflict } = form;
  const amounts =
    section.kind === 'prices' ? ruleAmounts(definition).map((amount) => amountView(amount, form, t)) : [];
  const terms = termsSectionView(form, t);
  const back = `/admin/services/${serviceId}`;
  return {
    action: `${back}/edit/${section.id}/save`,
    back,
    title: sectionTitle(section, definition, t),
    seen: seenHash(stored),
    texts: section.textKeys.map((key) => textView(key, form, t)),
    amounts,
    ...(section.kind === 'payment' && { payment: paymentSectionView(form, t) }),
    ...(terms && { terms }),
    misfits: misfitsOf(form).map((problem) => problemInWords(withMethodLabel(problem, t), definition, t)),
    hints: (section.kind === 'payment' ? (form.hints ?? []) : []).map((problem) =>
      problemInWords(problem, definition, t),
    ),
    errors: [
      ...amounts.flatMap(errorsOf(t)),
      ...(terms ? termsErrors(terms) : []),
      ...(form.unsound ?? []).map((problem) => ({
        fieldId: 'section',
        message: problemInWords(problem, definition, t),
      })),
    ],
    ...(conflict && {
      conflict: {
        by: conflict.by ?? t('adminService.somebody'),
        at: conflict.at ? formatDateTime(conflict.at, t.language) : '',
      },
    }),
    notice: form.notice,
  };
}

/** Those that are mended in this section; the section of payment tells of them all, as the agreement is chosen there. */
function misfitsOf({ section, misfits = [] }: SectionFormInput): readonly Problem[] {
  if (section.kind === 'payment') return misfits;
  return section.kind === 'terms' ? misfits.filter(({ path }) => path === 'withdrawal') : [];
}

export function sectionTitle(section: EditSection, definition: ServiceDefinition, t: Translate): string {
  switch (section.kind) {
    case 'about':
      return t('adminService.sectionAbout');
    case 'page':
      return t('adminService.sectionPage', {
        title: serviceText(definition, t.language)(section.titleKey ?? section.id),
      });
    case 'prices':
      return t('adminService.sectionPrices');
    case 'payment':
      return t('adminService.sectionPayment');
    case 'terms':
      return t('adminService.sectionTerms');
  }
}

/** Parts of rules' parameters that amounts stand in; an option's value stands for itself. */
const placeNames: Readonly<Record<string, TextKey>> = {
  prices: 'adminService.wherePrices',
  tiers: 'adminService.whereTiers',
  rows: 'adminService.whereRows',
  each: 'adminService.whereEach',
  floorMinor: 'adminService.whereFloor',
  capMinor: 'adminService.whereCap',
  otherwise: 'adminService.whereOtherwise',
};

/** A rule's amount in words: what is paid for, and which of the rule's amounts it is. */
export function amountName(
  { ruleIndex, slot }: RuleAmount,
  definition: ServiceDefinition,
  t: Translate,
): string {
  const rule = definition.pricing.rules[ruleIndex];
  const name = rule ? serviceText(definition, t.language)(rule.text) : '';
  const where = slot.path
    .filter((part) => part !== slot.kind)
    .map((part) => {
      if (typeof part === 'number') return part + 1;
      const word = Object.hasOwn(placeNames, part) ? placeNames[part] : undefined;
      return word ? t(word) : part;
    })
    .join(' ');
  return where === '' ? name : t('adminService.amountLegend', { name, where });
}

/** «3 200,00 fra start; 3 300,00 fra 01.01.2027» */
export function amountsInWords(rows: readonly { from: string; value: string }[], t: Translate): string {
  return rows
    .map(({ from, value }) =>
      rows.length === 1 && from === ''
        ? value
        : `${value} ${from === '' ? t('adminService.fromStart') : t('adminService.fromDate', { date: from })}`,
    )
    .join('; ');
}

function textView(
  key: string,
  { definition, input, stored, conflict }: SectionFormInput,
  t: Translate,
): TextView {
  const value = (language: Language) => {
    const text = input.texts[key]?.[language] ?? '';
    const now = stored.texts[key]?.[language] ?? '';
    return { field: textField(language, key), text, ...(conflict && now !== text && { theirs: now }) };
  };
  return {
    key,
    name: textName(key, definition.texts[t.language][key] ?? definition.texts.nb[key], t),
    values: Object.fromEntries(
      languages.map((language) => [language, value(language)]),
    ) as TextView['values'],
  };
}

const messages: Record<AmountProblem['code'], TextKey> = {
  amount: 'adminService.errorAmount',
  percent: 'adminService.errorPercent',
  date: 'adminService.errorDate',
  order: 'adminService.errorOrder',
  missing: 'adminService.errorMissing',
  tooMany: 'adminService.errorTooMany',
};

function amountView(
  amount: RuleAmount,
  { definition, input, stored, problems = [], conflict }: SectionFormInput,
  t: Translate,
): AmountView {
  const rows = [...(input.amounts[amount.id] ?? []), { from: '', value: '' }];
  const now = amountsInWords(stored.amounts[amount.id] ?? [], t);
  const problemAt = (row: number, part: 'from' | 'value') => {
    const problem = problems.find(
      (each): each is AmountProblem =>
        'amountId' in each &&
        each.amountId === amount.id &&
        each.row === row &&
        (part === 'from') === (each.code === 'date' || each.code === 'order'),
    );
    return problem && messages[problem.code];
  };
  return {
    id: amount.id,
    name: amountName(amount, definition, t),
    percent: amount.slot.kind === 'percent',
    valueField: amountField(amount.id, 'value'),
    fromField: amountField(amount.id, 'from'),
    rows: rows.map((row, index) => ({
      ...row,
      valueError: problemAt(index, 'value'),
      fromError: problemAt(index, 'from'),
    })),
    ...(conflict && now !== amountsInWords(input.amounts[amount.id] ?? [], t) && { theirs: now }),
  };
}

function errorsOf(t: Translate) {
  return ({ name, rows, valueField, fromField }: AmountView) =>
    rows.flatMap(({ valueError, fromError }, row) => [
      ...(valueError
        ? [{ fieldId: amountFieldId(valueField, row), message: `${name}: ${t(valueError)}` }]
        : []),
      ...(fromError ? [{ fieldId: amountFieldId(fromField, row), message: `${name}: ${t(fromError)}` }] : []),
    ]);
}
