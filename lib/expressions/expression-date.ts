import { ExpressionError } from './expression-error.ts';
import { type ExpressionValue, isDecimalValue, toText, wrongType } from './value.ts';

/** A point in time as written: without a zone the clock on the wall counts, read as UTC. */
export interface ExpressionDate {
  /** Milliseconds since 1970 in UTC; finer fractions are cut. */
  readonly time: number;
  /** `local` when none is written, `utc`, or the offset, `+02:00`. */
  readonly zone: string;
}

const written =
  /^(?<day>\d{4}-\d\d-\d\d)(?:[ T](?<minutes>\d\d:\d\d)(?::(?<seconds>\d\d)(?:\.(?<fraction>\d{1,9}))?)?(?<zone>Z|[+-]\d\d:\d\d)?)?$/;

/**
 * Altinn's cast to date: `YYYY-MM-DD`, also with time, fraction and zone; null and blank text are null.
 * @throws ExpressionError `wrong_type` for anything else, and for a day or a time that does not exist.
 */
export function toDate(value: ExpressionValue): ExpressionDate | null {
  if (typeof value === 'boolean') throw wrongType('date', value);
  const text = (isDecimalValue(value) ? value.decimal : toText(value))?.toUpperCase();
  if (text === undefined || text.trim() === '') return null;
  const parts = written.exec(text)?.groups;
  if (!parts) throw unreadable(text, 'Unknown format');
  const { day, minutes = '00:00', seconds = '00', fraction = '', zone = 'local' } = parts;
  const wall = `${day}T${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const time = Date.parse(wall);
  const offset = offsetOf(zone);
  // Date.parse takes 31 February for a day of March.
  if (offset === undefined || Number.isNaN(time) || new Date(time).toISOString() !== wall)
    throw unreadable(text, 'Format was recognized, but the date/time is invalid');
  const named = zone === 'local' || offset !== 0;
  return { time: time - offset, zone: named ? zone : 'utc' };
}

/** Milliseconds ahead of UTC; undefined when there is no such zone. */
function offsetOf(zone: string): number | undefined {
  const match = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (!match) return 0;
  const [hours, minutes] = [Number(match[2]), Number(match[3])];
  if (hours > 23 || minutes > 59) return undefined;
  return (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function unreadable(text: string, why: string): ExpressionError {
  return new ExpressionError('wrong_type', `Unable to parse date "${text.slice(0, 100)}": ${why}`);
}
