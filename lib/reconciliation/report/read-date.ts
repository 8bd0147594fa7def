import { osloDate } from '@/lib/core/clock.ts';
import { isLegalDate } from '@/lib/core/legal-date.ts';

export const dateFormats = [
  'YYYY-MM-DD',
  'YYYYMMDD',
  'DD.MM.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  /** An instant with its zone, `2026-12-31T22:30:00Z`: the legal day is Oslo's. */
  'instant',
] as const;
export type DateFormat = (typeof dateFormats)[number];

const patterns: Record<Exclude<DateFormat, 'instant'>, RegExp> = {
  'YYYY-MM-DD': /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)$/,
  YYYYMMDD: /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/,
  'DD.MM.YYYY': /^(?<d>\d\d)\.(?<m>\d\d)\.(?<y>\d{4})$/,
  'DD/MM/YYYY': /^(?<d>\d\d)\/(?<m>\d\d)\/(?<y>\d{4})$/,
  'MM/DD/YYYY': /^(?<m>\d\d)\/(?<d>\d\d)\/(?<y>\d{4})$/,
};
const instant = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

/** A day as the file writes it → `YYYY-MM-DD` in Europe/Oslo; undefined for anything else, and for days that do not exist. */
export function readDate(text: string, format: DateFormat): string | undefined {
  if (format === 'instant') {
    const day = instant.exec(text)?.[1];
    if (!isLegalDate(day)) return undefined;
    const time = new Date(text);
    return Number.isNaN(time.getTime()) ? undefined : osloDate(time);
  }
  const { y, m, d } = patterns[format].exec(text)?.groups ?? {};
  const date = `${y}-${m}-${d}`;
  return isLegalDate(date) ? date : undefined;
}
