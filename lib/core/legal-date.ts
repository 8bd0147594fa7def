import type { Language } from './language.ts';
import { writings } from './writing.ts';

/** Whether a value is a day that exists, as `YYYY-MM-DD`, from 1800 to 2999. Such days sort as texts. */
export function isLegalDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(1[89]|2\d)\d\d-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A day moved by whole calendar days: `('2026-12-31', 1)` → `'2027-01-01'`. @throws RangeError for anything that is no day. */
export function addLegalDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError('Not a legal date');
  return new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}

/** `2027-01-01` → `1. januar 2027`; anything that is no day as it was. */
export function writtenDate(date: string, language: Language): string {
  if (!isLegalDate(date)) return date;
  return new Intl.DateTimeFormat(writings[language].tag, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
}
