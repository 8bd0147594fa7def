import { defaultLanguage, type Language } from '@/lib/core/language.ts';
import type { Owner } from '@/lib/db/generated/client.ts';

/** An owner's name in one language; bokmål where it lacks one. */
export function ownerName(owner: Pick<Owner, 'name' | 'slug'>, language: Language): string {
  const names = owner.name as Partial<Record<Language, string>>;
  return names[language] ?? names[defaultLanguage] ?? owner.slug;
}
