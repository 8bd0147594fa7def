import { defaultLanguage, type Language } from '@/lib/core/language.ts';
import type { ServiceDefinition } from './definition.ts';

/**
 * Gives a service's own texts in one language; where it lacks one, bokmål, then nynorsk (a municipality may have only
 * that); an unknown key answers itself.
 */
export function serviceText(
  definition: Pick<ServiceDefinition, 'texts'>,
  language: Language,
): (key: string) => string {
  const wanted = definition.texts[language];
  const { [defaultLanguage]: first, nn: second } = definition.texts;
  return (key) => text(wanted, key) ?? text(first, key) ?? text(second, key) ?? key;
}

/** Empty counts as missing. Own keys only, so that `constructor` is no text. */
function text(texts: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] || undefined : undefined;
}
