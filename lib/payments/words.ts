import type { Language } from '@/lib/core/language.ts';

/** A text in every language. What a provider calls its things is its own: such words lie with the provider. */
export type Words = Readonly<Record<Language, string>>;

/** A brand's name, the same in every language. */
export function brand(name: string): Words {
  return { nb: name, nn: name, en: name };
}
