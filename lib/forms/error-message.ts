import { formatDecimal, isDecimal } from '@/lib/core/decimal.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Wording } from '@/lib/core/wording.ts';
import { formatDate, isDate } from './dates.ts';
import type { AnswerErrorCode } from './error-codes.ts';

/** The sentence for an error; it repeats the label early. Numbers and dates are written as in the language. */
export function errorMessage(
  error: { code: AnswerErrorCode; values?: Record<string, string> },
  wording: Wording,
  label: string,
): string {
  const values = Object.entries(error.values ?? {}).map(([name, value]) => [
    name,
    written(value, wording.language),
  ]);
  return capitalized(
    wording.dynamic(`validation.${error.code}`, { label, ...Object.fromEntries(values) }),
    wording.language,
  );
}

/** A sentence in which a short name such as «fødselsnummeret» may stand first. */
export function capitalized(sentence: string, language: string): string {
  return sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);
}

function written(value: string, language: Language): string {
  if (isDate(value)) return formatDate(value, language);
  return isDecimal(value) ? formatDecimal(value, language) : value;
}
