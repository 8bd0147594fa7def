import { type Language, languages } from '@/lib/core/language.ts';
import { writings } from '@/lib/core/writing.ts';

/** `20. november 2026`, in Europe/Oslo. */
export function formatDate(instant: Date, language: Language): string {
  return dates[language].format(instant);
}

/** `20. november 2026 kl. 14.05`, in Europe/Oslo. */
export function formatDateTime(instant: Date, language: Language): string {
  return datesWithTimes[language].format(instant);
}

// Made once: making a format takes far longer than using it.
const dates = inEachLanguage({ dateStyle: 'long' });
const datesWithTimes = inEachLanguage({ dateStyle: 'long', timeStyle: 'short' });

function inEachLanguage(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  const zoned = { ...options, timeZone: 'Europe/Oslo' };
  return Object.fromEntries(
    languages.map((language) => [language, new Intl.DateTimeFormat(writings[language].tag, zoned)]),
  ) as Record<Language, Intl.DateTimeFormat>;
}
