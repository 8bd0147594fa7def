import { answerError } from '@/app/_server/answer-error.tsx';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { nextPath } from '@/app/_server/next-path.ts';
import { readSmallForm } from '@/app/_server/read-small-form.ts';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { redirectTo, seeOther } from '@/app/_server/see-other.ts';
import { signInDeps } from '@/app/_server/sign-in-deps.ts';
import { signInLevel } from '@/lib/identity/levels.ts';
import { startSignIn } from '@/lib/identity/start-sign-in.ts';

/** Sends the person to ID-porten. */
export async function POST(request: Request): Promise<Response> {
  const refusal = await refuseForeignPost(request);
  if (refusal) return refusal;
  const form = await readSmallForm(request);
  const next = nextPath(form.get('next'));
  const level = signInLevel(form.get('level'));
  return answerError(async () => {
    const start = await startSignIn(signInDeps(), { next, level, language: await currentLanguage() });
    return start.started
      ? redirectTo(start.url, start.cookies)
      : seeOther(`/sign-in?${new URLSearchParams({ error: start.problem, next, level })}`);
  });
}

/** Somebody who reloads the address is shown the page with the button. */
export function GET(): Response {
  return seeOther('/sign-in');
}
