/** An employee's session; never the citizens' cookie, and never sent to their pages. */
export const staffCookie = 'kvitt-staff';
/** Remembers a sign-in under way. */
export const staffSignInCookie = 'kvitt-staff-sign-in';

/**
 * One host-only, HttpOnly, Lax cookie of the admin area. Without `maxAgeSeconds` it goes when the browser closes, as the
 * database decides when a session ends; 0 removes it.
 */
export function staffCookieLine(
  name: string,
  value: string,
  portalUrl: string,
  maxAgeSeconds?: number,
): string {
  return [
    `${name}=${encodeURIComponent(value)}`,
    'Path=/admin',
    ...(maxAgeSeconds === undefined ? [] : [`Max-Age=${maxAgeSeconds}`]),
    'HttpOnly',
    'SameSite=Lax',
    ...(portalUrl.startsWith('https://') ? ['Secure'] : []),
  ].join('; ');
}

/** `Set-Cookie` lines that remove what a sign-in has left. */
export function clearStaffCookies(portalUrl: string): string[] {
  return [staffCookie, staffSignInCookie].map((name) => staffCookieLine(name, '', portalUrl, 0));
}
