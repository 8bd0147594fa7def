import type { Language } from '@/lib/core/language.ts';
import { isLegalDate } from '@/lib/core/legal-date.ts';
import { writings } from '@/lib/core/writing.ts';

/** What a person wrote → `YYYY-MM-DD`: `17.05.2026`, `17/5/2026`, `17052026`, `2026-05-17`; anything else as it was. */
export function readDate(text: string): string {
  const match =
    /^(?<day>\d{1,2})[./ -](?<month>\d{1,2})[./ -](?<year>\d{4})$/.exec(text) ??
    /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/.exec(text);
  const { day = '', month = '', year = '' } = match?.groups ?? {};
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? iso : text;
}

/** Whether a value is a day that exists, as `YYYY-MM-DD`, from 1800 to 2999. */
export function isDate(value: string): boolean {
  return isLegalDate(value);
}

/** `2026-05-17` → `17.05.2026` (nb, nn) or `17/05/2026` (en); anything else as it was. */
export function formatDate(value: string, language: Language): string {
  if (!isDate(value)) return value;
  return value.split('-').reverse().join(writings[language].dateSeparator);
}
