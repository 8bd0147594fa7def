import { staffLanguage } from '@/app/_server/current-staff.ts';
import { readSmallForm } from '@/app/_server/read-small-form.ts';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { redirectTo, seeOther } from '@/app/_server/see-other.ts';
import { staffNextPath } from '@/app/_server/staff-path.ts';
import { answerStaffError } from '@/app/_server/staff-post.tsx';
import { staffSignInDeps } from '@/app/_server/staff-sign-in-deps.ts';
import { IdportenUnavailable } from '@/lib/identity/discovery.ts';
import { startStaffSignIn } from '@/lib/identity/staff/start-staff-sign-in.ts';

/** Sends the employee to Ansattporten. */
export async function POST(request: Request): Promise<Response> {
  const refusal = await refuseForeignPost(request);
  if (refusal) return refusal;
  const next = staffNextPath((await readSmallForm(request)).get('next'));
  return answerStaffError(async () => {
    try {
      const start = await startStaffSignIn(staffSignInDeps(), { next, language: await staffLanguage() });
      return redirectTo(start.url, start.cookies);
    } catch (error) {
      if (!(error instanceof IdportenUnavailable)) throw error;
      return seeOther(`/admin/sign-in?${new URLSearchParams({ error: 'unavailable', next })}`);
    }
  });
}

/** Somebody who reloads the address is shown the page with the button. */
export function GET(): Response {
  return seeOther('/admin/sign-in');
}
