import { currentActor } from '@/app/_server/current-actor.ts';
import { languageCookie } from '@/app/_server/current-language.ts';
import { isOwnPost } from '@/app/_server/own-post.ts';
import { safePath } from '@/app/_server/safe-path.ts';
import { env } from '@/lib/core/env.ts';
import { asLanguage, type Language } from '@/lib/core/language.ts';
import { log } from '@/lib/core/log.ts';
import { choosePersonLanguage } from '@/lib/identity/person-language.ts';
import { app } from '@/lib/workflow/app.ts';

const yearSeconds = 365 * 24 * 60 * 60;

/** Keeps the chosen language, in this browser for a year and for the signed-in person, and goes back to the page. */
export async function POST(request: Request): Promise<Response> {
  const { PORTAL_URL: portalUrl } = env();
  const form = await request.formData().catch(() => new FormData());
  const headers = new Headers({ location: safePath(form.get('next')) });
  const language = asLanguage(form.get('language'));
  if (language && isOwnPost(request, portalUrl)) {
    const secure = portalUrl.startsWith('https:') ? '; Secure' : '';
    headers.append('set-cookie', `${languageCookie}=${language}; Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax${secure}`);
    await keepForPerson(language);
  }
  return new Response(null, { status: 303, headers });
}

/** The cookie alone is enough for this browser, so a database that is away does not stop it. */
async function keepForPerson(language: Language): Promise<void> {
  try {
    const actor = await currentActor();
    if (actor) await choosePersonLanguage(app().db, actor.personId, language);
  } catch (error) {
    log.warn({ err: error }, 'a chosen language was kept in the browser only');
  }
}
