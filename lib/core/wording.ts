import type { Language } from './language.ts';

/** What pure code needs of a translator to turn its keys into words; `Translate` of lib/texts is one. */
export interface Wording {
  readonly language: Language;
  /** A text by `area.key`; an unknown key answers itself. */
  dynamic(key: string, values?: Record<string, string | number>): string;
}

/** A service's own text by its key, in the language at hand; an unknown key answers itself. */
export type ServiceText = (key: string) => string;
