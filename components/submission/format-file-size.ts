import type { Language } from '@/lib/core/language.ts';

/** `1234567` bytes → «1,2 MB». */
export function formatFileSize(sizeBytes: number, language: Language): string {
  const [value, unit] =
    sizeBytes < 1_000_000 ? [Math.max(1, Math.round(sizeBytes / 1000)), 'kB'] : [sizeBytes / 1_000_000, 'MB'];
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    maximumFractionDigits: 1,
  }).format(value);
  return `${number}\u00a0${unit}`;
}
