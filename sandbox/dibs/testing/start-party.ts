import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import type { Fault, Party, SandboxContext } from '../../context.ts';
import { createFaultBook } from '../../faults.ts';
import { listen, originOf, stop } from '../../nets/testing/listen.ts';
import { createStore } from '../../store.ts';
import { startReceiver } from './receiver.ts';

export const today = new Date('2026-01-05T10:00:00.000Z');

/** One of the windows alone on a port of its own, with a stub merchant that receives callbacks. For tests. */
export async function startParty(party: Party, { dataFile }: { dataFile?: string } = {}) {
  const app = express();
  const server = await listen(createServer(app));
  const origin = originOf(server);
  const faults = createFaultBook();
  const closers: (() => void | Promise<void>)[] = [];
  let now = today;
  const context: SandboxContext = {
    url: (path = '') => `${origin}/${party.id}${path}`,
    portalUrl: 'http://localhost:3000',
    sandboxUrl: origin,
    now: () => now,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    store: createStore(dataFile),
    faults,
    log: () => {},
    onClose: (close) => void closers.push(close),
  };
  app.use(`/${party.id}`, await party.create(context));
  const receiver = await startReceiver();

  const call = async (
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => {
    const response = await fetch(context.url(path), { method, redirect: 'manual', headers, body });
    const text = await response.text();
    return { status: response.status, text, location: response.headers.get('location'), json: parse(text) };
  };
  return {
    url: context.url,
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
    fault: (name: string, value: string, more: Partial<Fault> = {}) =>
      faults.set({ party: party.id, name, value, ...more }),
    clearFaults: () => faults.clear(),
    /** Days pass. */
    forward: (days: number) => {
      now = new Date(now.getTime() + days * 86_400_000);
    },
    async close() {
      faults.clear();
      for (const close of closers) await close();
      await receiver.close();
      await stop(server);
    },
  };
}

// Tests read replies by name; what is not there shows as undefined.
// biome-ignore lint/suspicious/noExplicitAny: the wire's shape is what the tests assert.
function parse(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
