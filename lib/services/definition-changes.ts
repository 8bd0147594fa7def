import { canonicalJson } from '@/lib/core/canonical-json.ts';
import { type Language, languages } from '@/lib/core/language.ts';
import { amountSlots, withAmounts } from '@/lib/pricing/amount-slots.ts';
import type { ServiceDefinition } from './definition.ts';
import { ruleAmounts, sectionInput } from './section-input.ts';

/** One thing that differs between two versions of a service, in words that people write. */
export type DefinitionChange =
  | { kind: 'text'; key: string; language: Language; before?: string; after?: string }
  | { kind: 'amount'; ruleId: string; amountId: string; before: DatedText[]; after: DatedText[] }
  | { kind: 'methods' | 'cardTypes'; before: string[]; after: string[] }
  | { kind: 'agreement'; before: string; after: string }
  | { kind: 'withdrawal'; before: ServiceDefinition['withdrawal']; after: ServiceDefinition['withdrawal'] }
  | { kind: 'retention'; before: ServiceDefinition['retention']; after: ServiceDefinition['retention'] }
  /** Anything else: it is not edited here, but it is not hidden either. */
  | { kind: 'other'; part: string };

export interface DatedText {
  /** As people write a day; empty: from the beginning. */
  from: string;
  value: string;
}

/** What a publication would change, in the order: texts, amounts, methods, withdrawal and storage, the rest. Pure. */
export function definitionChanges(before: ServiceDefinition, after: ServiceDefinition): DefinitionChange[] {
  return [
    ...textChanges(before, after),
    ...amountChanges(before, after),
    ...paymentChanges(before, after),
    ...termsChanges(before, after),
    ...otherChanges(before, after),
  ];
}

function textChanges(before: ServiceDefinition, after: ServiceDefinition): DefinitionChange[] {
  return languages.flatMap((language) => {
    const [old, now] = [before.texts[language], after.texts[language]];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((key) => old[key] !== now[key])
      .map((key) => ({ kind: 'text' as const, key, language, before: old[key], after: now[key] }));
  });
}

const prices = { id: 'prices', kind: 'prices', textKeys: [] } as const;

function amountChanges(before: ServiceDefinition, after: ServiceDefinition): DefinitionChange[] {
  const [old, now] = [sectionInput(before, prices).amounts, sectionInput(after, prices).amounts];
  return ruleAmounts(after).flatMap(({ id, ruleId }) => {
    const [was, is] = [old[id] ?? [], now[id] ?? []];
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [{ kind: 'amount' as const, ruleId, amountId: id, before: was, after: is }];
  });
}

function paymentChanges(
  { payment: old }: ServiceDefinition,
  { payment: now }: ServiceDefinition,
): DefinitionChange[] {
  const lists = (['methods', 'cardTypes'] as const).flatMap((kind): DefinitionChange[] => {
    const [before, after] = [old[kind] ?? [], now[kind] ?? []];
    return before.join('|') === after.join('|') ? [] : [{ kind, before, after }];
  });
  return old.agreement === now.agreement
    ? lists
    : [{ kind: 'agreement', before: old.agreement, after: now.agreement }, ...lists];
}

function termsChanges(before: ServiceDefinition, after: ServiceDefinition): DefinitionChange[] {
  const isSame = (old: object = {}, now: object = {}) => canonicalJson(old) === canonicalJson(now);
  return [
    ...(isSame(before.withdrawal, after.withdrawal)
      ? []
      : [{ kind: 'withdrawal' as const, before: before.withdrawal, after: after.withdrawal }]),
    ...(isSame(before.retention, after.retention)
      ? []
      : [{ kind: 'retention' as const, before: before.retention, after: after.retention }]),
  ];
}

function otherChanges(before: ServiceDefinition, after: ServiceDefinition): DefinitionChange[] {
  const rest = ({
    texts: _,
    withdrawal: _withdrawal,
    retention: _retention,
    pricing,
    payment,
    ...others
  }: ServiceDefinition): Record<string, unknown> => {
    const { methods: _methods, cardTypes: _types, agreement: _agreement, ...ownPayment } = payment;
    // Amounts are told of above: a rule is the same when only they differ.
    const rules = pricing.rules.map((rule) =>
      amountSlots(rule).reduce((each, slot) => withAmounts(each, slot, [{ value: 0 }]), rule),
    );
    return { ...others, pricing: { ...pricing, rules }, payment: ownPayment };
  };
  const [old, now] = [rest(before), rest(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((part) => JSON.stringify(old[part]) !== JSON.stringify(now[part]))
    .map((part) => ({ kind: 'other', part }));
}
