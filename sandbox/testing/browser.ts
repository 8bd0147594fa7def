/** A tiny browser for tests: keeps cookies (name, path), follows nothing by itself, sends forms. */
export interface Browser {
  get(url: string): Promise<Response>;
  post(url: string, fields: Record<string, string>): Promise<Response>;
  /** GETs and follows redirects as long as they stay on `origin`; gives the last answer, or the first redirect out. */
  follow(response: Response, origin: string): Promise<Response>;
}

export function createBrowser(): Browser {
  const jar = new Map<string, { value: string; path: string }>();

  const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { pathname } = new URL(url);
    const cookie = [...jar]
      .filter(
        ([, { path }]) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
      )
      .map(([key, { value }]) => `${key.split('|')[0]}=${value}`)
      .join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  };

  const keep = (line: string) => {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const attribute = (wanted: string) =>
      attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const path = attribute('path') ?? '/';
    const expires = attribute('expires');
    if (expires && Date.parse(expires) < Date.now()) jar.delete(`${name}|${path}`);
    else jar.set(`${name}|${path}`, { value, path });
  };

  const get = (url: string) => send(url);
  return {
    get,
    post: (url, fields) => send(url, { method: 'POST', body: new URLSearchParams(fields) }),
    async follow(response, origin) {
      let current = response;
      for (;;) {
        const location = current.headers.get('location');
        if (!location) return current;
        const next = new URL(location, current.url);
        if (next.origin !== origin) return current;
        current = await get(next.href);
      }
    },
  };
}
