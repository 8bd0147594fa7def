import { createTranslator } from 'use-intl/core';
import type { Language } from '@/lib/core/language.ts';
import { writings } from '@/lib/core/writing.ts';
import { messages, type TextKey } from './messages.ts';

export type TextValues = Record<string, string | number>;

/** Gives the portal's own text in one language; ICU plurals and values. Missing values throw in tests and name the key in production. */
export interface Translate {
  (key: TextKey, values?: TextValues): string;
  /** For keys that come from data (a price rule's explanation, an error code); unknown keys answer themselves. */
  dynamic(key: string, values?: TextValues): string;
  readonly language: Language;
}

const translators = new Map<Language, Translate>();

/** The translator of a language; made once per process. */
export function translator(language: Language): Translate {
  const existing = translators.get(language);
  if (existing) return existing;
  const known = messages[language];
  const inner = createTranslator({
    locale: writings[language].tag,
    messages: known,
    timeZone: 'Europe/Oslo',
    onError: (error) => {
      throw error;
    },
  }) as unknown as (key: string, values?: TextValues) => string;
  const translate = Object.assign((key: TextKey, values?: TextValues) => inner(key, values), {
    dynamic: (key: string, values?: TextValues) => (has(known, key) ? inner(key, values) : key),
    language,
  });
  translators.set(language, translate);
  return translate;
}

function has(known: object, key: string): boolean {
  const [area = '', name = ''] = key.split('.');
  const texts = (known as Record<string, Record<string, string>>)[area];
  return texts !== undefined && Object.hasOwn(texts, name);
}
