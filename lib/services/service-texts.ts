import { defaultLanguage, type Language } from '@/lib/core/language.ts';
import { messages } from '@/lib/texts/messages.ts';
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
  return (key) => text(wanted, key) ?? ownText(key, language) ?? text(first, key) ?? text(second, key) ?? key;
}

/** The portal's own name of a part of a composite component. */
function ownText(key: string, language: Language): string | undefined {
  return key.startsWith('fields.') ? text(messages[language].fields, key.slice('fields.'.length)) : undefined;
}

/** Empty counts as missing. Own keys only, so that `constructor` is no text. */
function text(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] || undefined : undefined;
}
