import type { Language } from '@/lib/core/language.ts';
import { writings } from '@/lib/core/writing.ts';

/** `20. november 2026`, in Europe/Oslo. */
export function formatDate(instant: Date, language: Language): string {
  return new Intl.DateTimeFormat(writings[language].tag, {
    dateStyle: 'long',
    timeZone: 'Europe/Oslo',
  }).format(instant);
}

/** `20. november 2026 kl. 14.05`, in Europe/Oslo. */
export function formatDateTime(instant: Date, language: Language): string {
  return new Intl.DateTimeFormat(writings[language].tag, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Oslo',
  }).format(instant);
}
