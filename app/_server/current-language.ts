import { cookies, headers } from 'next/headers';
import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import { acceptedLanguage } from './accepted-language.ts';
import { currentIdentity } from './current-actor.ts';
import { perRequest } from './per-request.ts';

export const languageCookie = 'kvitt_language';

/**
 * The language of this request's page: the signed-in person's own (chosen here, else as Kontakt- og reservasjonsregisteret
 * knew it), whatever others have chosen in this browser; else the browser's.
 */
export const currentLanguage = perRequest(async (): Promise<Language> => {
  return (await personLanguage()) ?? (await browserLanguage());
});

/** What was chosen in this browser, else what it asks for, else bokmål: needs neither database nor sign-in. */
export async function browserLanguage(): Promise<Language> {
  const chosen = asLanguage((await cookies()).get(languageCookie)?.value);
  return chosen ?? acceptedLanguage((await headers()).get('accept-language')) ?? defaultLanguage;
}

/** Nothing when it can't be known: the page that says what is wrong needs a language too. */
async function personLanguage(): Promise<Language | undefined> {
  try {
    return (await currentIdentity())?.language;
  } catch {
    return undefined;
  }
}
