/** The portal's languages; nb is the default and the fallback. */
export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'nb';

/** Narrows anything that came from outside; undefined when it is none of ours. */
export function asLanguage(value: unknown): Language | undefined {
  return languages.find((language) => language === value);
}
