import type { Party } from '../../context.ts';
import { parse, startAlone, today } from '../../testing/start-alone.ts';
import { startReceiver } from './receiver.ts';

/** One of the windows alone on a port of its own, with a stub merchant that receives callbacks. For tests. */
export async function startParty(party: Party, options: { dataFile?: string } = {}) {
  const alone = await startAlone(party, options);
  const receiver = await startReceiver();
  const call = async (
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => {
    const response = await fetch(alone.url(path), { method, redirect: 'manual', headers, body });
    const text = await response.text();
    return { status: response.status, text, location: response.headers.get('location'), json: parse(text) };
  };
  return {
    ...alone,
    receiver,
    call,
    /** Posts a form as a browser does, without following the redirect. */
    post: (
      path: string,
      fields: Record<string, string> | [string, string][],
      headers: Record<string, string> = {},
    ) =>
      call('POST', path, new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      }),
    pay: async (id: string, body: object = {}) =>
      (await call('POST', `/books/${id}/pay`, JSON.stringify(body))).json,
    book: async (id: string) => (await call('GET', `/books/${id}`)).json,
    /** So many days after the first one. */
    onDay: (days: number) => {
      alone.clock.now = new Date(today.getTime() + days * 86_400_000);
    },
    async close() {
      await alone.close();
      await receiver.close();
    },
  };
}
