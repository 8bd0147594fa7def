/** A browser in small: cookies per host, no redirects followed by itself. */
export function newBrowser() {
  const jar = new Map<string, string>();

  const keep = (host: string, lines: string[]) => {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const key = `${host} ${pair.slice(0, at)}`;
      if (/Max-Age=0\b/i.test(line) || pair.slice(at + 1) === '') jar.delete(key);
      else jar.set(key, pair.slice(at + 1));
    }
  };
  const cookiesFor = (host: string): Record<string, string> =>
    Object.fromEntries(
      [...jar]
        .filter(([key]) => key.startsWith(`${host} `))
        .map(([key, value]) => [key.slice(host.length + 1), value]),
    );
  const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { host } = new URL(url);
    const cookie = Object.entries(cookiesFor(host))
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    keep(host, response.headers.getSetCookie());
    return response;
  };
  /** Follows redirects within the origin; gives the last page, or the first redirect out of it. */
  const follow = async (response: Response): Promise<Response> => {
    const location = response.headers.get('location');
    if (!location) return response;
    const next = new URL(location, response.url);
    return next.origin === new URL(response.url).origin ? follow(await send(next.href)) : response;
  };
  /** Opens a page of an issuer, posts a form of it, and gives the address of our callback. */
  const answer = async (url: string, path: string, fields: Record<string, string>): Promise<URL> => {
    const page = await follow(await send(url));
    if (page.headers.get('location')) return new URL(page.headers.get('location') ?? '');
    const body = new URLSearchParams(fields);
    const done = await follow(await send(`${page.url}/${path}`, { method: 'POST', body }));
    return new URL(done.headers.get('location') ?? 'missing:');
  };
  return {
    keep,
    /** Decoded, as a server reads them. */
    cookies: (host: string) =>
      Object.fromEntries(
        Object.entries(cookiesFor(host)).map(([name, value]) => [name, decodeURIComponent(value)]),
      ),
    /** The page at an address, with the cookies of its site. */
    open: async (url: string): Promise<Response> => follow(await send(url)),
    /** Opens ID-porten's page and signs in as a synthetic person (or cancels); gives the address of our callback. */
    async atIdporten(authorizeUrl: string, choice: { pid: string; level?: string } | 'cancel'): Promise<URL> {
      return choice === 'cancel'
        ? answer(authorizeUrl, 'cancel', {})
        : answer(authorizeUrl, 'login', {
            pid: choice.pid,
            level: choice.level ?? 'idporten-loa-substantial',
          });
    },
    /** The same at Ansattporten's page, as a synthetic employee. */
    async atAnsattporten(authorizeUrl: string, employee: string): Promise<URL> {
      return employee === 'cancel'
        ? answer(authorizeUrl, 'cancel', {})
        : answer(authorizeUrl, 'login', { employee });
    },
  };
}
