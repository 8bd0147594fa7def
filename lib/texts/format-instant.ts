import type { Language } from '@/lib/core/language.ts';

const locales: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as people in Norway read it, in Oslo time: «21. november 2026 kl. 14:05». */
export function formatInstant(instant: Date | string, language: Language): string {
  return format(language, 'Europe/Oslo', true).format(new Date(instant));
}

/** The day of an instant in Oslo: «21. november 2026». */
export function formatDay(instant: Date | string, language: Language): string {
  return format(language, 'Europe/Oslo', false).format(new Date(instant));
}

/** A legal date `YYYY-MM-DD`, which has no time zone: «21. november 2026». */
export function formatDate(date: string, language: Language): string {
  return format(language, 'UTC', false).format(new Date(`${date}T00:00:00Z`));
}

function format(language: Language, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${withTime}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'long', ...(withTime && { timeStyle: 'short' }) });
    formats.set(key, known);
  }
  return known;
}
