import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Language } from '@/lib/core/language.ts';
import { hasRole, type StaffActor, type StaffRole } from '@/lib/core/staff-actor.ts';
import { staffCookie } from '@/lib/identity/staff/staff-cookie.ts';
import { findStaff } from '@/lib/identity/staff/staff-sessions.ts';
import { app } from '@/lib/workflow/app.ts';
import { browserLanguage } from './current-language.ts';
import { seeOther } from './see-other.ts';

/** The employee who sends this request, asked once; undefined when none is signed in. A citizen's session says nothing here. */
export const currentStaff = cache(async (): Promise<StaffActor | undefined> => {
  const token = (await cookies()).get(staffCookie)?.value;
  return token ? findStaff(app(), token) : undefined;
});

/**
 * For admin pages: sends those who are not signed in to sign in and back, and those without any of the roles to the
 * overview, which says so. The use case behind the page asks for the role again.
 * @param next path of the page.
 */
export async function requireStaff(next: string, ...roles: StaffRole[]): Promise<StaffActor> {
  const staff = (await currentStaff()) ?? redirect(signInPath(next));
  if (roles.length > 0 && !hasRole(staff, ...roles)) redirect('/admin?problem=role');
  return staff;
}

/** For route handlers: the employee, or the answer (303) that sends them to sign in and then to `next`. */
export async function staffOrResponse(next: string): Promise<StaffActor | Response> {
  return (await currentStaff()) ?? seeOther(signInPath(next));
}

/** The browser's: an employee is no person with a language kept here. */
export function staffLanguage(): Promise<Language> {
  return browserLanguage();
}

function signInPath(next: string): string {
  return `/admin/sign-in?${new URLSearchParams({ next })}`;
}
