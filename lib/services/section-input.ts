import { type Language, languages } from '@/lib/core/language.ts';
import { cleanText } from '@/lib/forms/clean-text.ts';
import { formatDate } from '@/lib/forms/dates.ts';
import { type AmountSlot, amountSlots } from '@/lib/pricing/amount-slots.ts';
import type { ServiceDefinition } from './definition.ts';
import type { EditSection } from './edit-section.ts';
import { readTermsInput, type TermsInput, termsInput } from './terms-input.ts';
import { showAmount } from './written-amount.ts';

/** What stands in the form of one section, as people write it: also what was posted and cannot be read yet. */
export interface SectionInput {
  texts: Record<string, Record<Language, string>>;
  /** By {@link slotId}. */
  amounts: Record<string, { from: string; value: string }[]>;
  /** Of the payment section: names of allowed methods; empty means every method of the agreement. */
  methods?: string[];
  /** Of the payment section: names of allowed kinds of cards, likewise. */
  cardTypes?: string[];
  /** Of the payment section: name of the agreement. */
  agreement?: string;
  /** Of the section of withdrawal and storage. */
  terms?: TermsInput;
}

/** A rule's amount, with a name for form fields. */
export interface RuleAmount {
  id: string;
  ruleId: string;
  ruleIndex: number;
  slot: AmountSlot;
}

/** Every amount of a service's prices, in the order of the document. */
export function ruleAmounts(definition: Pick<ServiceDefinition, 'pricing'>): RuleAmount[] {
  return definition.pricing.rules.flatMap((rule, ruleIndex) =>
    amountSlots(rule).map((slot) => ({
      id: [rule.id, ...slot.path].join('.'),
      ruleId: rule.id,
      ruleIndex,
      slot,
    })),
  );
}

/** What the form shows of a document. */
export function sectionInput(definition: ServiceDefinition, section: EditSection): SectionInput {
  const texts = section.textKeys.map((key) => [
    key,
    perLanguage((language) => textOf(definition, language, key)),
  ]);
  const amounts = section.kind === 'prices' ? ruleAmounts(definition) : [];
  return {
    texts: Object.fromEntries(texts),
    amounts: Object.fromEntries(
      amounts.map(({ id, slot }) => [
        id,
        slot.amounts.map(({ from, value }) => ({
          from: from === undefined ? '' : formatDate(from, 'nb'),
          value: showAmount(value, slot.kind),
        })),
      ]),
    ),
    ...(section.kind === 'payment' && {
      methods: [...(definition.payment.methods ?? [])],
      cardTypes: [...(definition.payment.cardTypes ?? [])],
      agreement: definition.payment.agreement,
    }),
    ...(section.kind === 'terms' && { terms: termsInput(definition) }),
  };
}

/** What was posted. Fields that the section does not have are not looked at. */
export function readSectionInput(
  definition: ServiceDefinition,
  section: EditSection,
  form: URLSearchParams,
): SectionInput {
  const field = (name: string) => cleanText(form.get(name) ?? '');
  const texts = section.textKeys.map((key) => [
    key,
    perLanguage((language) => field(textField(language, key))),
  ]);
  const amounts = section.kind === 'prices' ? ruleAmounts(definition) : [];
  return {
    texts: Object.fromEntries(texts),
    amounts: Object.fromEntries(
      amounts.map(({ id }) => {
        const days = form.getAll(amountField(id, 'from'));
        const rows = form.getAll(amountField(id, 'value')).map((value, index) => ({
          from: cleanText(days[index] ?? ''),
          value: cleanText(value),
        }));
        return [id, rows.filter(({ from, value }) => from !== '' || value !== '')];
      }),
    ),
    ...(section.kind === 'payment' && {
      methods: form.getAll('methods'),
      cardTypes: form.getAll('cardTypes'),
      agreement: form.get('agreement') ?? definition.payment.agreement,
    }),
    ...(section.kind === 'terms' && { terms: readTermsInput(definition, form) }),
  };
}

export function textField(language: Language, key: string): string {
  return `text.${language}.${key}`;
}

export function amountField(id: string, part: 'from' | 'value'): string {
  return `amount.${part}.${id}`;
}

function textOf(definition: ServiceDefinition, language: Language, key: string): string {
  const texts = definition.texts[language];
  return Object.hasOwn(texts, key) ? (texts[key] ?? '') : '';
}

function perLanguage<T>(of: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<Language, T>;
}
