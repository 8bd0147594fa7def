/** What the policy must let through beyond our own pages. */
export interface PolicyInput {
  nonce: string;
  /** Issuers that people and employees sign in at: signing in and out are form posts that end there. */
  signInIssuers: readonly string[];
  /** Origins of payment pages: a form post that sends the person to pay ends there. */
  paymentOrigins: readonly string[];
  /** The development server evaluates code, styles its overlay inline and talks over a web socket. */
  development: boolean;
}

/**
 * The content security policy of every page. `form-action` names the sites that our forms redirect to, as Chromium
 * holds a form to it all the way through the redirects that follow the post (CSP 3 § 6.4.1 leaves it open).
 */
export function contentSecurityPolicy({
  nonce,
  signInIssuers,
  paymentOrigins,
  development,
}: PolicyInput): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'form-action': ["'self'", ...new Set([...signInIssuers.flatMap(issuerOrigins), ...paymentOrigins])],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/** The real issuers are `[test.]idporten.no` and `[test.]ansattporten.no`, and their pages are on `login.` of them. */
function issuerOrigins(issuer: string): string[] {
  const url = new URL(issuer);
  return /(^|\.)(idporten|ansattporten)\.no$/.test(url.hostname)
    ? [url.origin, `https://login.${url.hostname}`]
    : [url.origin];
}
