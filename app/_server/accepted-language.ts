import { asLanguage, type Language } from '@/lib/core/language.ts';

/** «Norwegian» without saying which: bokmål, as browsers mean it. */
const aliases = new Map<string, Language>([['no', 'nb']]);

/** What a browser asks for most of what the portal has, by RFC 9110's `Accept-Language`; undefined when it asks for none of it. */
export function acceptedLanguage(header: string | null): Language | undefined {
  const wanted = (header ?? '').split(',').flatMap((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const [main = ''] = tag.split('-');
    const language = aliases.get(main) ?? asLanguage(main);
    const weight = weightOf(parameters);
    return language && weight > 0 ? [{ language, weight }] : [];
  });
  return wanted.sort((one, other) => other.weight - one.weight)[0]?.language;
}

/** 1 when nothing is said, 0 for what cannot be read. */
function weightOf(parameters: string[]): number {
  const given = parameters.find((each) => each.startsWith('q='))?.slice(2);
  if (given === undefined) return 1;
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(given) ? Number(given) : 0;
}
