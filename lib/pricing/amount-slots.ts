import type { PriceRule } from './rule.ts';

/** How an amount is written: whole minor units, minor units per unit as a decimal string, or a percentage. */
export const amountKinds = ['amountMinor', 'unitMinor', 'percent'] as const;
export type AmountKind = (typeof amountKinds)[number];

/** One amount from a day on; without a day it has no beginning. */
export interface DatedAmount {
  /** `YYYY-MM-DD` */
  from?: string;
  /** As in the document: a whole number or a decimal string. */
  value: number | string;
}

/** A place in a rule's parameters where an amount stands, with every value that it has through time. */
export interface AmountSlot {
  /** Keys and indexes from the rule: `['tiers', 1, 'unitMinor']`. */
  path: readonly (string | number)[];
  kind: AmountKind;
  amounts: readonly DatedAmount[];
}

/** A first amount without a day, in a list where every entry must have one, is one that counts from long ago. */
const longAgo = '1900-01-01';

/**
 * Where a rule has amounts. Every rule names them alike (`amountMinor`, `unitMinor`, `percent`; `prices` holds
 * `amountMinor` by option), so a tariff can be shown and changed without knowing the rule.
 */
export function amountSlots(rule: PriceRule): AmountSlot[] {
  const { condition: _, ...parameters } = rule;
  return slotsIn(parameters, []);
}

/** The rule with the amounts of one slot replaced; one undated amount becomes a plain value, more become a schedule. */
export function withAmounts(
  rule: PriceRule,
  slot: Pick<AmountSlot, 'path' | 'kind'>,
  amounts: readonly DatedAmount[],
): PriceRule {
  return replaceAt(rule, slot.path, write(slot.kind, amounts)) as PriceRule;
}

function slotsIn(value: unknown, path: readonly (string | number)[]): AmountSlot[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => slotsIn(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const kind = path.at(-1) === 'prices' ? 'amountMinor' : amountKinds.find((known) => known === key);
    if (!kind) return slotsIn(each, [...path, key]);
    const amounts = read(kind, each);
    return amounts ? [{ path: [...path, key], kind, amounts }] : slotsIn(each, [...path, key]);
  });
}

function read(kind: AmountKind, value: unknown): DatedAmount[] | undefined {
  if (isAmount(value)) return [{ value }];
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const entries = value.map((entry: Record<string, unknown> | null) => {
    const [from, amount] = [entry?.from, entry?.[kind]];
    return typeof from === 'string' && isAmount(amount) ? { from, value: amount } : undefined;
  });
  if (!entries.every((entry) => entry !== undefined)) return undefined;
  return entries.map(({ from, value: amount }) =>
    from === longAgo ? { value: amount } : { from, value: amount },
  );
}

function write(kind: AmountKind, amounts: readonly DatedAmount[]): unknown {
  const [only, ...more] = amounts;
  if (only && more.length === 0 && only.from === undefined) return only.value;
  return amounts.map(({ from, value }) => ({ from: from ?? longAgo, [kind]: value }));
}

function isAmount(value: unknown): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}

function replaceAt(node: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node))
    return node.map((each, index) => (index === key ? replaceAt(each, rest, value) : each));
  const object = node as Record<string, unknown>;
  return { ...object, [key]: replaceAt(object[key], rest, value) };
}
