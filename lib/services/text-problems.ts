import type { Language } from '@/lib/core/language.ts';
import type { ServiceDefinition } from './definition.ts';
import type { Problem } from './problem.ts';
import { serviceTextKeys } from './service-text-keys.ts';

/** State bodies must offer bokmål and nynorsk at once (språklova § 14), municipalities one of them at least. */
export type OwnerKind = 'state' | 'municipality';

/** Texts that are missing in bokmål and nynorsk: those that stop a publication, and those that the owner may do without. */
export function languageProblems(
  definition: ServiceDefinition,
  signs: boolean,
  owner: OwnerKind = 'state',
): { blocking: Problem[]; allowed: Problem[] } {
  const nb = missingTexts(definition, signs, ['nb']);
  const nn = missingTexts(definition, signs, ['nn']);
  if (owner === 'state') return { blocking: [...nb, ...nn], allowed: [] };
  if (nb.length === 0 || nn.length === 0) return { blocking: [], allowed: [...nb, ...nn] };
  // The language that the service is nearest to being complete in is the one to finish.
  return nn.length < nb.length ? { blocking: nn, allowed: nb } : { blocking: nb, allowed: nn };
}

/** Texts of these languages that are empty or not there. */
export function missingTexts(
  definition: ServiceDefinition,
  signs: boolean,
  wanted: readonly Language[],
): Problem[] {
  const keys = serviceTextKeys(definition, signs);
  return wanted.flatMap((language) => {
    const texts = definition.texts[language];
    return keys
      .filter((key) => !Object.hasOwn(texts, key) || !texts[key]?.trim())
      .map(
        (key): Problem => ({
          path: `texts.${language}.${key}`,
          code: 'missing_text',
          message: 'The text is missing',
        }),
      );
  });
}
