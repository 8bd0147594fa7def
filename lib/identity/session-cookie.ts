/** Name of next-auth's session cookie: its `__Secure-` prefix goes with https. */
export function sessionCookieName(portalUrl: string): string {
  return `${portalUrl.startsWith('https://') ? '__Secure-' : ''}next-auth.session-token`;
}

/** `Set-Cookie` lines that remove everything a sign-in has left in the browser. */
export function clearSignInCookies(portalUrl: string): string[] {
  const secure = portalUrl.startsWith('https://');
  const names = ['session-token', 'callback-url', 'state', 'nonce', 'pkce.code_verifier'].map(
    (name) => `${secure ? '__Secure-' : ''}next-auth.${name}`,
  );
  return [...names, levelCookieName].map((name) => cookieLine(name, '', portalUrl, 0));
}

/** Remembers, while the person is at ID-porten, which level was asked for. */
export const levelCookieName = 'kvitt_sign_in_level';

/** One httpOnly, Lax cookie for the whole portal; `maxAgeSeconds` 0 removes it. */
export function cookieLine(name: string, value: string, portalUrl: string, maxAgeSeconds: number): string {
  const secure = portalUrl.startsWith('https://') ? '; Secure' : '';
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
