import { cookies } from 'next/headers';
import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import { currentIdentity } from './current-actor.ts';
import { perRequest } from './per-request.ts';

export const languageCookie = 'kvitt_language';

/** The language of this request's page: what the visitor chose here, else the signed-in person's, else bokmål. */
export const currentLanguage = perRequest(async (): Promise<Language> => {
  return (await chosenLanguage()) ?? (await personLanguage()) ?? defaultLanguage;
});

/** What the visitor chose in this browser: needs neither database nor sign-in. */
export async function chosenLanguage(): Promise<Language | undefined> {
  return asLanguage((await cookies()).get(languageCookie)?.value);
}

/** Nothing when it can't be known: the page that says what is wrong needs a language too. */
async function personLanguage(): Promise<Language | undefined> {
  try {
    return (await currentIdentity())?.language;
  } catch {
    return undefined;
  }
}
