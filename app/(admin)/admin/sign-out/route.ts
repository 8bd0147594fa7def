import { cookies } from 'next/headers';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { log } from '@/lib/core/log.ts';
import { clearStaffCookies, staffCookie } from '@/lib/identity/staff/staff-cookie.ts';
import { endStaffSession } from '@/lib/identity/staff/staff-sessions.ts';
import { app } from '@/lib/workflow/app.ts';

/** Ends the employee's session here; Ansattporten has no single sign-on, so there is nothing to end there. */
export async function POST(request: Request): Promise<Response> {
  const refusal = await refuseForeignPost(request);
  if (refusal) return refusal;
  const token = (await cookies()).get(staffCookie)?.value;
  try {
    if (token) await endStaffSession(app().db, token);
  } catch (error) {
    // The browser forgets the token in any case, and the session ends by itself.
    log.error({ err: error }, "an employee's session could not be ended");
  }
  return seeOther('/admin/sign-in?signedOut=1', clearStaffCookies(app().portalUrl));
}
