import { languages } from '@/lib/core/language.ts';
import { isDate, readDate } from '@/lib/forms/dates.ts';
import type { CardType } from '@/lib/payments/payment-method.ts';
import { type DatedAmount, withAmounts } from '@/lib/pricing/amount-slots.ts';
import type { ServiceDefinition } from './definition.ts';
import type { EditSection } from './edit-section.ts';
import { type RuleAmount, ruleAmounts, type SectionInput } from './section-input.ts';
import { readTerms, type TermsProblem } from './terms-input.ts';
import { readAmount } from './written-amount.ts';

/** What cannot be read in a section's form. */
export type SectionProblem = AmountProblem | TermsProblem;

/** `row` counts from 0. */
export interface AmountProblem {
  amountId: string;
  row: number;
  code: 'amount' | 'percent' | 'date' | 'order' | 'missing' | 'tooMany';
}

/** Days that one amount may change on, from the form; what is more is refused, not left out. */
export const maxDatedAmounts = 40;

/** The document with what was written in one section; nothing else of it changes. */
export function applySection(
  definition: ServiceDefinition,
  section: EditSection,
  input: SectionInput,
): { definition: ServiceDefinition } | { problems: SectionProblem[] } {
  const problems: AmountProblem[] = [];
  const rules = [...definition.pricing.rules];
  for (const amount of section.kind === 'prices' ? ruleAmounts(definition) : []) {
    const read = readAmounts(amount, input.amounts[amount.id] ?? []);
    const rule = rules[amount.ruleIndex];
    if ('problems' in read) problems.push(...read.problems);
    else if (rule) rules[amount.ruleIndex] = withAmounts(rule, amount.slot, read.amounts);
  }
  if (problems.length > 0) return { problems };
  const terms = input.terms && readTerms(definition, input.terms);
  if (terms && 'problems' in terms) return terms;
  return {
    definition: {
      ...(terms?.definition ?? definition),
      texts: withTexts(definition, section, input),
      pricing: { ...definition.pricing, rules },
      payment: section.kind === 'payment' ? paymentOf(definition, input) : definition.payment,
    },
  };
}

/** What a form says that is not to be said is left to the check of the whole document. */
function paymentOf(
  { payment }: ServiceDefinition,
  { methods = [], cardTypes = [], agreement }: SectionInput,
): ServiceDefinition['payment'] {
  return {
    agreement: agreement ?? payment.agreement,
    capture: payment.capture,
    ...(methods.length > 0 && { methods }),
    ...(cardTypes.length > 0 && { cardTypes: cardTypes as CardType[] }),
  };
}

function withTexts(
  { texts }: ServiceDefinition,
  { textKeys }: EditSection,
  input: SectionInput,
): ServiceDefinition['texts'] {
  const changed = { nb: { ...texts.nb }, nn: { ...texts.nn }, en: { ...texts.en } };
  for (const language of languages) {
    for (const key of textKeys) {
      const text = input.texts[key]?.[language] ?? '';
      // An empty text is a missing one.
      if (text === '') delete changed[language][key];
      else changed[language][key] = text;
    }
  }
  return changed;
}

function readAmounts(
  { id, slot }: RuleAmount,
  rows: readonly { from: string; value: string }[],
): { amounts: DatedAmount[] } | { problems: AmountProblem[] } {
  if (rows.length === 0) return { problems: [{ amountId: id, row: 0, code: 'missing' }] };
  if (rows.length > maxDatedAmounts)
    return { problems: [{ amountId: id, row: maxDatedAmounts, code: 'tooMany' }] };
  const problems: AmountProblem[] = [];
  const problem = (row: number, code: AmountProblem['code']) => problems.push({ amountId: id, row, code });
  const amounts = rows.map(({ from, value }, row): DatedAmount => {
    const date = readDate(from);
    const amount = readAmount(value, slot.kind);
    if (amount === undefined) problem(row, slot.kind === 'percent' ? 'percent' : 'amount');
    if (from !== '' && !isDate(date)) problem(row, 'date');
    return from === '' ? { value: amount ?? 0 } : { from: date, value: amount ?? 0 };
  });
  // Only the first may be without a day, and each begins after the one before.
  if (problems.length === 0) {
    for (const [row, { from }] of amounts.entries())
      if (row > 0 && (from === undefined || from <= (amounts[row - 1]?.from ?? ''))) problem(row, 'order');
  }
  return problems.length > 0 ? { problems } : { amounts };
}
