import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import type { Fault, SandboxContext } from '../../context.ts';
import { createFaultBook } from '../../faults.ts';
import { createStore } from '../../store.ts';
import { nets } from '../index.ts';
import { listen, originOf, stop } from './listen.ts';
import { startReceiver } from './receiver.ts';

export const today = new Date('2026-01-05T10:00:00.000Z');
export const secretKey = 'sandbox-nets-secret-key';

/** Nets alone on a port of its own, with a stub merchant that receives webhooks. For tests. */
export async function startNets({ dataFile }: { dataFile?: string } = {}) {
  const app = express();
  const server = await listen(createServer(app));
  const origin = originOf(server);
  const faults = createFaultBook();
  const closers: (() => void | Promise<void>)[] = [];
  const context: SandboxContext = {
    url: (path = '') => `${origin}/nets${path}`,
    portalUrl: 'http://localhost:3000',
    sandboxUrl: origin,
    now: () => today,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    store: createStore(dataFile),
    faults,
    log: () => {},
    onClose: (close) => void closers.push(close),
  };
  app.use('/nets', await nets.create(context));
  const receiver = await startReceiver();

  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(context.url(path), {
      method,
      redirect: 'manual',
      headers: { authorization: secretKey, 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, location: response.headers.get('location'), json: parse(text) };
  };
  const post = (path: string, fields: Record<string, string>) =>
    call('POST', path, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });

  return {
    url: context.url,
    receiver,
    call,
    /** Posts a form as a browser does, without following the redirect. */
    post,
    fault: (name: string, value: string, more: Partial<Fault> = {}) =>
      faults.set({ party: 'nets', name, value, ...more }),
    clearFaults: () => faults.clear(),
    async create(body: unknown = orderBody(receiver.url)): Promise<string> {
      return String((await call('POST', '/v1/payments', body)).json.paymentId);
    },
    pay: async (id: string, body: Record<string, string> = {}) =>
      (await call('POST', `/books/${id}/pay`, body)).json,
    get: async (id: string) => (await call('GET', `/v1/payments/${id}`)).json.payment,
    book: async (id: string) => (await call('GET', `/books/${id}`)).json,
    async close() {
      faults.clear();
      for (const close of closers) await close();
      await receiver.close();
      await stop(server);
    },
  };
}

export const receivedEvents = [
  'payment.created',
  'payment.reservation.created',
  'payment.reservation.created.v2',
  'payment.reservation.failed',
  'payment.checkout.completed',
  'payment.charge.created.v2',
  'payment.charge.failed',
  'payment.refund.initiated.v2',
  'payment.refund.failed',
  'payment.refund.completed',
  'payment.cancel.created',
];

/** A valid create body of one line; `amount` in minor units, VAT 25 % when it divides, else none. */
export function orderBody(
  receiverUrl: string,
  {
    amount = 60000,
    charge = false,
    events = receivedEvents,
    ...more
  }: {
    amount?: number;
    charge?: boolean;
    events?: string[];
    [key: string]: unknown;
  } = {},
) {
  return {
    order: { items: [line(amount)], amount, currency: 'NOK', reference: 'instans-8c1e' },
    checkout: {
      integrationType: 'HostedPaymentPage',
      returnUrl: 'http://localhost:3000/pay/return?x=1',
      cancelUrl: 'http://localhost:3000/pay/cancel',
      termsUrl: 'https://portal.example/vilkar',
      merchantHandlesConsumerData: true,
      consumer: {
        reference: 'p-1',
        email: 'kari@example.no',
        phoneNumber: { prefix: '+47', number: '98765432' },
        privatePerson: { firstName: 'Kari', lastName: 'Nordmann' },
      },
      charge,
    },
    myReference: '8c1e0d5a-instans',
    notifications: {
      webHooks: events.map((eventName) => ({
        eventName,
        url: receiverUrl,
        authorization: 'k3yOf8to32Alnum',
      })),
    },
    ...more,
  };
}

export function line(amount: number) {
  const netTotalAmount = amount % 5 === 0 ? (amount / 5) * 4 : amount;
  const taxAmount = amount - netTotalAmount;
  return {
    reference: 'GEBYR-1',
    name: 'Behandlingsgebyr',
    quantity: 1,
    unit: 'stk',
    unitPrice: netTotalAmount,
    taxRate: taxAmount > 0 ? 2500 : 0,
    taxAmount,
    netTotalAmount,
    grossTotalAmount: amount,
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
