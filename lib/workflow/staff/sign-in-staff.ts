import { recordAct } from '@/lib/audit/record-act.ts';
import type { StaffSignInDeps } from '@/lib/identity/staff/deps.ts';
import { finishStaffSignIn, type StaffSignInEnd } from '@/lib/identity/staff/finish-staff-sign-in.ts';

/** {@link finishStaffSignIn}, kept on record. */
export async function signInStaff(
  deps: StaffSignInDeps,
  params: URLSearchParams,
  cookies: Record<string, string | undefined>,
): Promise<StaffSignInEnd> {
  const end = await finishStaffSignIn(deps, params, cookies);
  if (end.ok) {
    const { staff } = end;
    await recordAct(deps.db, deps, staff, {
      act: 'signed_in',
      subject: 'staff',
      subjectId: staff.staffId,
      detail: { roles: staff.roles.join(' ') },
    });
  }
  return end;
}
