import { currentIdentity } from '@/app/_server/current-actor.ts';
import { languageCookie } from '@/app/_server/current-language.ts';
import { readSmallForm } from '@/app/_server/read-small-form.ts';
import { safePath } from '@/app/_server/safe-path.ts';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { asLanguage, type Language } from '@/lib/core/language.ts';
import { log } from '@/lib/core/log.ts';
import { choosePersonLanguage } from '@/lib/identity/person-language.ts';
import { cookieLine } from '@/lib/identity/session-cookie.ts';
import { app } from '@/lib/workflow/app.ts';

const yearSeconds = 365 * 24 * 60 * 60;

/** Keeps the chosen language, for the signed-in person and in this browser for a year, and goes back to the page. */
export async function POST(request: Request): Promise<Response> {
  const refusal = await refuseForeignPost(request);
  if (refusal) return refusal;
  const form = await readSmallForm(request);
  const next = safePath(form.get('next'));
  const language = asLanguage(form.get('language'));
  if (!language) return seeOther(next);
  await keepForPerson(language);
  return seeOther(next, [cookieLine(languageCookie, language, app().portalUrl, yearSeconds)]);
}

/** Also while nobody can confirm the role they act in. The pages that are left without a database follow the cookie. */
async function keepForPerson(language: Language): Promise<void> {
  try {
    const identity = await currentIdentity();
    if (identity) await choosePersonLanguage(app().db, identity.self.personId, language);
  } catch (error) {
    log.warn({ err: error }, 'a chosen language was kept in the browser only');
  }
}
