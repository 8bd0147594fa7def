import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import { writings } from '@/lib/core/writing.ts';
import { type ExpressionDate, toDate } from '../expression-date.ts';
import { ExpressionError } from '../expression-error.ts';
import type { ExpressionFunction } from '../function.ts';

/** Longer than any way to write a date; every part costs a look into the language's names. */
const maxFormat = 60;
const widths = ['short', 'short', 'short', 'long', 'narrow'] as const;

/** A date by Unicode's format letters, in the reader's language; a time with a zone is shown in UTC. Without a format: the language's short date. */
export const formatDate: ExpressionFunction = {
  id: 'formatDate',
  arity: [1, 2],
  evaluate(call) {
    const date = toDate(call.value(0));
    const format = call.text(1);
    const language = call.context.language ?? defaultLanguage;
    if (date === null) return null;
    if (!format) return names(language, { dateStyle: 'short' }).format(date.time);
    if (format.length > maxFormat)
      throw new ExpressionError('too_complex', `A date format has at most ${maxFormat} characters`);
    return format.replace(/[a-z0-9]+/gi, (token) => {
      const part = partOf(token, date, language);
      if (part === undefined)
        throw new ExpressionError('not_supported', `Unsupported date format token in '${format}'`);
      return part;
    });
  },
};

function partOf(token: string, { time }: ExpressionDate, language: string): string | undefined {
  const [letter = '', size] = [token[0], token.length];
  if (token !== letter.repeat(size) || size > 5) return undefined;
  const iso = new Date(time).toISOString();
  const hour = Number(iso.slice(11, 13));
  const [year, width] = [iso.slice(0, 4), widths[size - 1]];
  const upTo = (most: number, value: number | string): string | undefined =>
    size > most ? undefined : String(Number(value)).padStart(size, '0');
  switch (letter) {
    case 'y':
      return size === 2 ? year.slice(2) : upTo(4, year);
    case 'u':
      return upTo(4, year);
    case 'M':
      return size > 2 ? named(language, 'month', width, time) : upTo(2, iso.slice(5, 7));
    case 'd':
      return upTo(2, iso.slice(8, 10));
    case 'E':
      return named(language, 'weekday', width, time)?.replace(/\.$/, '');
    case 'G':
      return named(language, 'era', width, time);
    case 'a': {
      const [morning, evening] = writings[asLanguage(language) ?? defaultLanguage].dayHalves;
      return size > 1 ? undefined : hour < 12 ? morning : evening;
    }
    case 'H':
      return upTo(2, hour);
    case 'h':
      return upTo(2, hour % 12 || 12);
    case 'm':
      return upTo(2, iso.slice(14, 16));
    case 's':
      return upTo(2, iso.slice(17, 19));
    case 'S':
      return size > 3 ? undefined : iso.slice(20, 20 + size);
    default:
      return undefined;
  }
}

function named(
  language: string,
  part: 'month' | 'weekday' | 'era',
  width: (typeof widths)[number] | undefined,
  time: number,
): string | undefined {
  return names(language, { [part]: width })
    .formatToParts(time)
    .find(({ type }) => type === part)?.value;
}

const known = new Map<string, Intl.DateTimeFormat>();

/** Making one is a hundred times dearer than using it. Browsers without nynorsk say it in bokmål. */
function names(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const found = known.get(key) ?? new Intl.DateTimeFormat([language, 'nb'], { ...options, timeZone: 'UTC' });
  known.set(key, found);
  return found;
}
