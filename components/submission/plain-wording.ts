import type { Language } from '@/lib/core/language.ts';
import type { Wording } from '@/lib/core/wording.ts';
import { writings } from '@/lib/core/writing.ts';

/** Texts by full key, as `validation.required`. */
export type PlainTexts = Readonly<Record<string, string>>;

/**
 * The part of ICU messages that the form needs in the browser, `{name}` and `{name, plural, one {…} other {…}}`: the whole
 * formatter weighs more than the rest of the form. A test holds it against the real one for every text that it gets.
 */
export function plainWording(language: Language, texts: PlainTexts): Wording {
  const plurals = new Intl.PluralRules(writings[language].tag);
  return {
    language,
    dynamic: (key, values = {}) =>
      Object.hasOwn(texts, key) ? fill(texts[key] ?? key, values, plurals) : key,
  };
}

type Values = Record<string, string | number>;

function fill(text: string, values: Values, plurals: Intl.PluralRules): string {
  return text
    .replace(
      /\{(\w+), plural,((?:\s*(?:=\d+|\w+)\s*\{[^{}]*\})+)\s*\}/g,
      (_, name: string, branches: string) => {
        const count = Number(values[name]);
        const byName = new Map(
          [...branches.matchAll(/(=\d+|\w+)\s*\{([^{}]*)\}/g)].map(([, branch = '', words = '']) => [
            branch,
            words,
          ]),
        );
        const words =
          byName.get(`=${count}`) ?? byName.get(plurals.select(count)) ?? byName.get('other') ?? '';
        return words.replaceAll('#', String(values[name]));
      },
    )
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
