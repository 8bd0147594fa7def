import { formatDecimal } from '@/lib/core/decimal.ts';
import type { Language } from '@/lib/core/language.ts';
import { writings } from '@/lib/core/writing.ts';

/** The size of a file in words: `340 byte`, `12 kB`, `1,4 MB` (SI units, as browsers show). */
export function formatSize(sizeBytes: number, language: Language): string {
  if (sizeBytes < 1000) return `${sizeBytes}\u00a0${writings[language].bytes}`;
  const kilobytes = Math.round(sizeBytes / 1000);
  if (kilobytes < 1000) return `${kilobytes}\u00a0kB`;
  return `${formatDecimal((sizeBytes / 1_000_000).toFixed(1), language)}\u00a0MB`;
}
