import { cookies } from 'next/headers';
import { seeOther } from '@/app/_server/see-other.ts';
import { answerStaffError } from '@/app/_server/staff-post.tsx';
import { staffSignInDeps } from '@/app/_server/staff-sign-in-deps.ts';
import { staffCookie, staffSignInCookie } from '@/lib/identity/staff/staff-cookie.ts';
import { signInStaff } from '@/lib/workflow/staff/sign-in-staff.ts';

/** Ansattporten's answer: to the page that was wanted, or back to the sign-in page with what was wrong. */
export async function GET(request: Request): Promise<Response> {
  return answerStaffError(async () => {
    const jar = await cookies();
    const end = await signInStaff(staffSignInDeps(), new URL(request.url).searchParams, {
      [staffCookie]: jar.get(staffCookie)?.value,
      [staffSignInCookie]: jar.get(staffSignInCookie)?.value,
    });
    return end.ok
      ? seeOther(end.next, end.cookies)
      : seeOther(`/admin/sign-in?error=${end.problem}`, end.cookies);
  });
}
