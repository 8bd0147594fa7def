import { compare, isDecimal } from '@/lib/core/decimal.ts';
import { isLegalDate } from '@/lib/core/legal-date.ts';
import { type AmountKind, isObject, type Param, type Reading } from './params.ts';

/** An amount or a percentage as it is on the day that counts: a decimal string, and since when, where the tariff says so. */
export interface Rate {
  value: string;
  /** `YYYY-MM-DD`. */
  from?: string;
}

/** Whole minor units, 0 or more; or dated: `[{ amountMinor: 320000 }, { from: '2027-01-01', amountMinor: 330000 }]`, the first with a day or from the beginning. */
export const amountMinor = rate('amountMinor', 'whole minor units, 0 or more', (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? String(value) : undefined,
);

/** Minor units per unit: a whole number, or a decimal string when a unit costs less than an øre more (`'23.5'`); or dated. */
export const unitMinor = rate('unitMinor', 'minor units as a whole number or a decimal string', notNegative);

/** Percent as a number or a decimal string, 0 to 1,000; or dated. */
export const percent = rate('percent', 'a percentage such as "2.5", at most 1000', (value) => {
  const text = notNegative(value);
  return text !== undefined && compare(text, '1000') <= 0 ? text : undefined;
});

/** Goes into a line's explanation: the latest day from which one of its rates counts. */
export function rateFrom(...rates: readonly (Rate | undefined)[]): Record<string, string> {
  const [latest] = rates
    .flatMap((each) => each?.from ?? [])
    .sort()
    .reverse();
  return latest === undefined ? {} : { rateFrom: latest };
}

/** Every amount that a parameter has through time, for those who describe a tariff: without a date where it has none. */
export function datedAmounts(value: unknown, key: string): { from?: string; value: unknown }[] {
  if (!isSchedule(value)) return [{ value }];
  return value.map(({ from, [key]: amount }) =>
    from === undefined ? { value: amount } : { from: String(from), value: amount },
  );
}

function rate(key: AmountKind, wants: string, read: (value: unknown) => string | undefined): Param<Rate> {
  return {
    read(value, date) {
      if (!Array.isArray(value)) {
        const text = read(value);
        return text === undefined ? { problem: `wants ${wants}` } : { value: { value: text } };
      }
      return readSchedule(value, date, { key, wants, read });
    },
    amounts: () => [{ path: [], kind: key }],
    changes: (value) =>
      isSchedule(value) ? value.flatMap(({ from }) => (isLegalDate(from) ? from : [])) : [],
  };
}

function readSchedule(
  entries: readonly unknown[],
  date: string,
  { key, wants, read }: { key: string; wants: string; read: (value: unknown) => string | undefined },
): Reading<Rate> {
  const [first] = entries;
  if (!isSchedule(entries)) return { problem: `wants ${wants}, or a list of { from, ${key} }` };
  let current: Rate | undefined;
  let before = '';
  for (const [index, entry] of entries.entries()) {
    const value = read(entry[key]);
    const { from } = entry;
    const always = index === 0 && from === undefined;
    if (!always && !isLegalDate(from))
      return { problem: `entry ${index + 1}: from wants a day such as 2027-01-01` };
    if (isLegalDate(from) && from <= before)
      return { problem: `entry ${index + 1}: ${from} does not come after ${before}` };
    if (value === undefined) return { problem: `entry ${index + 1}: ${key} wants ${wants}` };
    const unknown = Object.keys(entry).find((name) => name !== 'from' && name !== key);
    if (unknown !== undefined) return { problem: `entry ${index + 1}: ${unknown}: unknown` };
    if (!isLegalDate(from)) current = { value };
    else if (from <= date) current = { value, from };
    before = isLegalDate(from) ? from : before;
  }
  return current ? { value: current } : { notBefore: String((first as { from: string }).from) };
}

function isSchedule(value: unknown): value is Record<string, unknown>[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((entry, index) => isObject(entry) && (index === 0 || Object.hasOwn(entry, 'from')))
  );
}

function notNegative(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return isDecimal(text) && !text.startsWith('-') ? text : undefined;
}
