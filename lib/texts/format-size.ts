import { formatDecimal } from '@/lib/core/decimal.ts';
import type { Language } from '@/lib/core/language.ts';

/** The size of a file in words: `340 byte`, `12 kB`, `1,4 MB` (SI units, as browsers show). */
export function formatSize(sizeBytes: number, language: Language): string {
  if (sizeBytes < 1000) return `${sizeBytes}\u00a0${language === 'en' ? 'bytes' : 'byte'}`;
  if (sizeBytes < 1_000_000) return `${Math.round(sizeBytes / 1000)}\u00a0kB`;
  return `${formatDecimal((sizeBytes / 1_000_000).toFixed(1), language)}\u00a0MB`;
}
