import type { PriceRule } from './rule.ts';
import type { AmountPlace } from './rules/params.ts';
import { datedAmounts } from './rules/rate.ts';
import { priceRules } from './rules/registry.ts';

export type { AmountKind, AmountPlace } from './rules/params.ts';

/** One amount from a day on; without a day it has no beginning. */
export interface DatedAmount {
  /** `YYYY-MM-DD` */
  from?: string;
  /** As in the document: a whole number or a decimal string. */
  value: number | string;
}

/** A place in a rule's parameters where an amount stands, with every value that it has through time. */
export interface AmountSlot extends AmountPlace {
  amounts: readonly DatedAmount[];
}

/** A first amount without a day, in a list where every entry must have one, is one that counts from long ago. */
const longAgo = '1900-01-01';

/** A rule's amounts, wherever its kind keeps them: so a tariff can be shown and changed without knowing the rule. */
export function amountSlots(rule: PriceRule): AmountSlot[] {
  const places = priceRules.find(rule.type)?.amounts(rule) ?? [];
  return places.flatMap(({ path, kind }) => {
    const value = path.reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | undefined)?.[key],
      rule,
    );
    // An amount that a rule may have and has not is no slot.
    return value === undefined ? [] : [{ path, kind, amounts: read(value, kind) }];
  });
}

/** The rule with the amounts of one slot replaced; one undated amount becomes a plain value, more become a dated list. */
export function withAmounts(
  rule: PriceRule,
  { path, kind }: AmountPlace,
  amounts: readonly DatedAmount[],
): PriceRule {
  const [only, ...more] = amounts;
  const value =
    only && more.length === 0 && only.from === undefined
      ? only.value
      : amounts.map((each) => ({ from: each.from ?? longAgo, [kind]: each.value }));
  return replaceAt(rule, path, value) as PriceRule;
}

function read(value: unknown, kind: AmountPlace['kind']): DatedAmount[] {
  return datedAmounts(value, kind).map(({ from, value: amount }) => ({
    ...(from !== undefined && from !== longAgo && { from }),
    value: typeof amount === 'number' ? amount : String(amount),
  }));
}

function replaceAt(node: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node))
    return node.map((each, index) => (index === key ? replaceAt(each, rest, value) : each));
  const object = node as Record<string, unknown>;
  return { ...object, [key]: replaceAt(object[key], rest, value) };
}
