import type { APIRequestContext } from '@playwright/test';

/** One answer of the portal, kept whole. */
export interface Reply {
  method: string;
  path: string;
  status: number;
  headers: Record<string, string>;
  /** The body as text; of downloads too. */
  body: string;
  location: string;
}

export interface Sending {
  headers?: Record<string, string>;
  /** Fields of a form post (`application/x-www-form-urlencoded`). */
  form?: Record<string, string> | [string, string][];
  /** A raw body. */
  data?: string | Buffer;
  /** Of the raw body. */
  type?: string;
}

/** Every answer that any probe got, for what must hold of all of them. */
export const allReplies: Reply[] = [];

/** Sends requests as one browser would, with its cookies, follows no redirect, and remembers every answer. */
export class Probe {
  constructor(private readonly context: APIRequestContext) {}

  get(path: string, headers?: Record<string, string>): Promise<Reply> {
    return this.send('GET', path, { headers });
  }

  post(path: string, form: Sending['form'] = {}, headers?: Record<string, string>): Promise<Reply> {
    return this.send('POST', path, { form, headers });
  }

  async send(method: string, path: string, { headers, form, data, type }: Sending = {}): Promise<Reply> {
    const contentType = form ? 'application/x-www-form-urlencoded' : type;
    const answer = await this.context.fetch(path, {
      method,
      maxRedirects: 0,
      timeout: 20_000,
      headers: { ...(contentType !== undefined && { 'content-type': contentType }), ...headers },
      ...(form ? { data: new URLSearchParams(form).toString() } : data !== undefined && { data }),
    });
    const body = await answer.text();
    const reply: Reply = {
      method,
      path,
      status: answer.status(),
      headers: answer.headers(),
      body,
      location: answer.headers().location ?? '',
    };
    allReplies.push(reply);
    return reply;
  }

  /** Goes where a redirect leads, as long as it stays with the portal. */
  async follow(reply: Reply): Promise<Reply> {
    let current = reply;
    for (let step = 0; step < 6 && current.location.startsWith('/'); step += 1) {
      current = await this.get(current.location);
    }
    return current;
  }
}

/** Values of the inputs of a page, by name; the first of each name. */
export function inputsOf(html: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name && !(name in found)) found[name] = attribute(tag, 'value') ?? '';
  }
  return found;
}

/** Addresses of the links of a page that begin with `start`. */
export function linksOf(html: string, start: string): string[] {
  const hrefs = [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map((match) => plain(match[1] ?? ''));
  return [...new Set(hrefs.filter((href) => href.startsWith(start)))];
}

/** What a person can tell an answer by: without scripts, nonces and the ids that were asked for. */
export function essence({ body, path, status, headers }: Reply): string {
  const ids = path.split(/[/?=&]/).filter((part) => part.length > 3);
  const text = body
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*>|nonce="[^"]*"/g, '')
    .replace(/name="next" value="[^"]*"/g, '');
  const bare = ids.reduce((left, id) => left.replaceAll(id, '*'), text);
  return `${status} ${headers['content-type'] ?? ''}\n${bare}`;
}

export interface Part {
  name: string;
  filename?: string;
  type?: string;
  content: string | Buffer;
}

/** A multipart body as given, filenames and all: no client in between makes them harmless. */
export function multipart(parts: readonly Part[], boundary = 'hostile-boundary'): Sending {
  const bytes = parts.flatMap(({ name, filename, type, content }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${
        filename === undefined ? '' : `; filename="${filename}"`
      }\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`,
    ),
    Buffer.isBuffer(content) ? content : Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return {
    data: Buffer.concat([...bytes, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
}

function plain(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
