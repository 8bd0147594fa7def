import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import type { Fault, SandboxContext } from '../../context.ts';
import { createFaultBook } from '../../faults.ts';
import { listen, originOf, stop } from '../../nets/testing/listen.ts';
import { createStore } from '../../store.ts';
import { netaxept } from '../index.ts';

export const today = new Date('2026-01-05T10:00:00.000Z');
export const credentials = { merchantId: '11000350', token: 'sandbox+netaxept/token=1' };
export const another = { merchantId: '11000351', token: 'sandbox+netaxept/token=2' };

/** Netaxept alone on a port of its own. For tests. */
export async function startNetaxept({ dataFile }: { dataFile?: string } = {}) {
  const app = express();
  const server = await listen(createServer(app));
  const origin = originOf(server);
  const faults = createFaultBook();
  const context: SandboxContext = {
    url: (path = '') => `${origin}/netaxept${path}`,
    portalUrl: 'http://localhost:3000',
    sandboxUrl: origin,
    now: () => today,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    store: createStore(dataFile),
    faults,
    log: () => {},
    onClose: () => {},
  };
  app.use('/netaxept', await netaxept.create(context));

  const ask = async (method: string, path: string, fields?: Record<string, string>) => {
    const response = await fetch(context.url(path), {
      method,
      redirect: 'manual',
      ...(fields && { body: new URLSearchParams(fields) }),
    });
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location') ?? '',
    };
  };
  /** `Register`, `Process` or `Query`, as the merchant of `credentials`; gives the document. */
  const call = async (page: string, fields: Record<string, string> = {}) =>
    (await ask('POST', `/Netaxept/${page}.aspx`, { ...credentials, ...fields })).text;
  const json = async (method: string, path: string, body?: object) => {
    const response = await fetch(context.url(path), {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.json() as Promise<Record<string, unknown>>;
  };
  return {
    url: context.url,
    ask,
    call,
    fault: (name: string, value: string, more: Partial<Fault> = {}) =>
      faults.set({ party: 'netaxept', name, value, ...more }),
    clearFaults: () => faults.clear(),
    async register(fields: Record<string, string> = {}): Promise<string> {
      return elementIn(await call('Register', { ...order, ...fields }), 'TransactionId');
    },
    process: (operation: string, transactionId: string, transactionAmount = '') =>
      call('Process', { operation, transactionId, transactionAmount }),
    query: (transactionId: string) => call('Query', { transactionId }),
    pay: (id: string, body: object = {}) => json('POST', `/books/${id}/pay`, body),
    book: (id: string) => json('GET', `/books/${id}`),
    async close() {
      faults.clear();
      await stop(server);
    },
  };
}

/** Parameters of a good Register. */
export const order = {
  orderNumber: 'sak-1',
  amount: '60000',
  currencyCode: 'NOK',
  redirectUrl: 'http://localhost:3000/payments/return/1',
  autoAuth: 'true',
};

/** The text of the first element of a name; empty when there is none. */
export function elementIn(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)<`).exec(xml)?.[1] ?? '';
}

/** Names of all elements, in their order. */
export function elementsOf(xml: string): string[] {
  return [...xml.matchAll(/<([A-Za-z]+)[\s/>]/g)].map(([, name]) => name ?? '');
}
