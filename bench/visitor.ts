import { type Answer, type Sending, send } from './http.ts';

const form = 'application/x-www-form-urlencoded';

/** One person's browser in small: cookies of each host, no redirect followed by itself, nothing fetched that was not asked for. */
export class Visitor {
  readonly #cookies = new Map<string, Map<string, string>>();
  requests = 0;

  constructor(readonly portalUrl: string) {}

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.send(path, { headers });
  }

  /** A form post as a page of the portal would send it. */
  post(path: string, fields: Record<string, string> | [string, string][]): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      headers: { 'content-type': form },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /** `path` below the portal, or a whole address. */
  async send(path: string, sending: Sending = {}): Promise<Answer> {
    const url = new URL(path, this.portalUrl);
    const jar = this.#cookies.get(url.hostname) ?? new Map<string, string>();
    this.#cookies.set(url.hostname, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    this.requests += 1;
    const answer = await send(url.href, {
      ...sending,
      headers: { ...(cookie && { cookie }), ...sending.headers },
    });
    for (const line of answer.headers['set-cookie'] ?? []) keep(jar, line);
    return answer;
  }

  /** Signs in at the sandbox's ID-porten as one of its synthetic people, by the key that its page shows. */
  async signIn(person: string): Promise<void> {
    const start = await this.post('/sign-in/start', { next: '/inbox' });
    const page = await this.#follow(start, this.portalUrl);
    const html = page.answer.body.toString('utf8');
    const button = new RegExp(`value="(\\d{11})"[^>]*data-person="${person}"`).exec(html);
    if (!button?.[1]) throw new Error(`ID-porten's page does not offer ${person}`);
    const done = await this.send(`${page.url}/login`, {
      method: 'POST',
      headers: { 'content-type': form },
      body: new URLSearchParams({ pid: button[1], level: 'idporten-loa-high' }).toString(),
    });
    const end = await this.#follow(done, page.url);
    if (end.answer.status !== 200 || !end.url.startsWith(`${this.portalUrl}/inbox`))
      throw new Error(`The sign-in ended at ${end.url} with ${end.answer.status}`);
  }

  /** Signs in at the sandbox's Ansattporten as one of its synthetic employees. */
  async signInStaff(employee: string): Promise<void> {
    const start = await this.post('/admin/sign-in/start', { next: '/admin' });
    const page = await this.#follow(start, this.portalUrl);
    const done = await this.send(`${page.url}/login`, {
      method: 'POST',
      headers: { 'content-type': form },
      body: new URLSearchParams({ employee }).toString(),
    });
    const end = await this.#follow(done, page.url);
    if (end.answer.status !== 200 || !end.url.startsWith(`${this.portalUrl}/admin`))
      throw new Error(`The employee's sign-in ended at ${end.url} with ${end.answer.status}`);
  }

  async #follow(answer: Answer, from: string): Promise<{ answer: Answer; url: string }> {
    let current = { answer, url: from };
    for (let step = 0; step < 8; step += 1) {
      const { location } = current.answer.headers;
      if (!location) return current;
      const url = new URL(location, current.url).href;
      current = { answer: await this.get(url), url };
    }
    throw new Error('Redirected too often');
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  const value = pair.slice(at + 1);
  if (value === '' || /Max-Age=0\b/i.test(line)) jar.delete(name);
  else jar.set(name, value);
}

/** The redirect's target, checked to be one. */
export function location(answer: Answer): string {
  const { location: target } = answer.headers;
  if (answer.status !== 303 || !target)
    throw new Error(`No redirect: ${answer.status} ${answer.body.toString('utf8').slice(0, 300)}`);
  return target;
}

/** Values of a page's inputs, by name; the first of each name. */
export function inputsOf(html: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    if (name && !(name in found)) found[name] = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  return found;
}
