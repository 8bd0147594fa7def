import { createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import type { Fault, SandboxContext } from '../../context.ts';
import { createFaultBook } from '../../faults.ts';
import { listen, originOf, stop } from '../../nets/testing/listen.ts';
import { createStore } from '../../store.ts';
import { dibs } from '../index.ts';
import { merchants } from '../merchants.ts';
import { startReceiver } from './receiver.ts';

export const today = new Date('2026-01-05T10:00:00.000Z');
const merchant = { id: '90100001', key: merchants[0]?.macKey ?? '' };

/** DIBS alone on a port of its own, with a stub merchant that receives callbacks. For tests. */
export async function startDibs({ dataFile }: { dataFile?: string } = {}) {
  const app = express();
  const server = await listen(createServer(app));
  const origin = originOf(server);
  const faults = createFaultBook();
  const closers: (() => void | Promise<void>)[] = [];
  const context: SandboxContext = {
    url: (path = '') => `${origin}/dibs${path}`,
    portalUrl: 'http://localhost:3000',
    sandboxUrl: origin,
    now: () => today,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    store: createStore(dataFile),
    faults,
    log: () => {},
    onClose: (close) => void closers.push(close),
  };
  app.use('/dibs', await dibs.create(context));
  const receiver = await startReceiver();

  const call = async (method: string, path: string, body?: string, type = 'application/json') => {
    const response = await fetch(context.url(path), {
      method,
      redirect: 'manual',
      headers: { 'content-type': type },
      body,
    });
    const text = await response.text();
    return { status: response.status, text, location: response.headers.get('location'), json: parse(text) };
  };
  const post = (path: string, fields: Record<string, string> | [string, string][]) =>
    call('POST', path, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
  const enter = (fields: Record<string, string>) => post('/dpw/entrypoint', signed(fields));

  return {
    url: context.url,
    receiver,
    call,
    /** Posts a form as a browser does, without following the redirect. */
    post,
    enter,
    /** Opens a window and gives its id. */
    async open(more: Record<string, string> = {}): Promise<string> {
      const { location, text } = await enter({ ...formFields(receiver.url), ...more });
      const id = location && new URL(location).searchParams.get('id');
      if (!id) throw new Error(`no window was opened: ${text}`);
      return id;
    },
    pay: async (id: string, body: object = {}) =>
      (await call('POST', `/books/${id}/pay`, JSON.stringify(body))).json,
    book: async (id: string) => (await call('GET', `/books/${id}`)).json,
    /** A call of the JSON API, signed. */
    async api(name: string, members: Record<string, string | number | boolean>, field = 'request') {
      const all = { merchantId: merchant.id, ...members };
      const MAC = mac(Object.entries(all).map(([key, value]) => [key, String(value)]));
      const request = JSON.stringify({ ...all, MAC });
      return post(`/merchant/v1/JSON/Transaction/${name}`, { [field]: request });
    },
    fault: (name: string, value: string, more: Partial<Fault> = {}) =>
      faults.set({ party: 'dibs', name, value, ...more }),
    clearFaults: () => faults.clear(),
    async close() {
      faults.clear();
      for (const close of closers) await close();
      await receiver.close();
      await stop(server);
    },
  };
}

/** The form of a merchant; 600 kroner. */
export function formFields(callbackUrl: string): Record<string, string> {
  return {
    merchant: merchant.id,
    orderId: 'instans-8c1e',
    amount: '60000',
    currency: 'NOK',
    acceptReturnUrl: 'http://localhost:3000/pay/return?x=1',
    cancelReturnUrl: 'http://localhost:3000/pay/cancel',
    callbackUrl,
    language: 'nb_NO',
    s_attempt: 'åtte',
  };
}

export function signed(fields: Record<string, string>): Record<string, string> {
  return { ...fields, MAC: mac(Object.entries(fields)) };
}

/** Written apart from the sandbox's own, on purpose: names here are ASCII, so plain sorting is byte order. */
export function mac(fields: [string, string][]): string {
  const text = fields
    .filter(([name]) => name !== 'MAC')
    .map(([name, value]) => `${name}=${value}`)
    .sort((a, b) => ((a.split('=')[0] ?? '') < (b.split('=')[0] ?? '') ? -1 : 1))
    .join('&');
  return createHmac('sha256', Buffer.from(merchant.key, 'hex')).update(text).digest('hex');
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
