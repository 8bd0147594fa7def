import type { Language } from './language.ts';

/** How a language is written where the texts cannot say it. Small and by itself: the browser gets it too. */
interface Writing {
  /** BCP 47, for Intl and for documents. */
  readonly tag: string;
  /** What the language calls itself. */
  readonly name: string;
  /** Between thousands; no-break in Norwegian, so that a number never breaks across lines. */
  readonly group: string;
  readonly point: string;
  /** Whether a whole number of four digits is grouped too. */
  readonly groupsFour: boolean;
  /** Norwegian kroner, `#` being the amount. */
  readonly kroner: string;
  /** Between day, month and year in figures. */
  readonly dateSeparator: string;
  /** Before and after noon. */
  readonly dayHalves: readonly [string, string];
  /** Around what is quoted, `#` being that. */
  readonly quoted: string;
  readonly bytes: string;
}

const bokmal: Writing = {
  tag: 'nb-NO',
  name: 'Bokmål',
  group: '\u00a0',
  point: ',',
  groupsFour: false,
  kroner: '#\u00a0kr',
  dateSeparator: '.',
  dayHalves: ['a.m.', 'p.m.'],
  quoted: '«#»',
  bytes: 'byte',
};

/** One line per language. */
export const writings: Record<Language, Writing> = {
  nb: bokmal,
  nn: { ...bokmal, tag: 'nn-NO', name: 'Nynorsk' },
  en: {
    tag: 'en-GB',
    name: 'English',
    group: ',',
    point: '.',
    groupsFour: true,
    kroner: 'NOK\u00a0#',
    dateSeparator: '/',
    dayHalves: ['AM', 'PM'],
    quoted: '“#”',
    bytes: 'bytes',
  },
};

/** Sets something into a pattern of a writing. */
export function into(pattern: string, inner: string): string {
  return pattern.replace('#', () => inner);
}
