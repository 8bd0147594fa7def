import { expect } from 'vitest';
import { parse, startAlone } from '../../testing/start-alone.ts';
import { vipps } from '../index.ts';
import { merchants } from '../merchants.ts';
import { judgeReply, judgeRequest } from './openapi.ts';
import { startReceiver } from './receiver.ts';

interface CallOptions {
  body?: unknown;
  headers?: Record<string, string | undefined>;
  /** Of the merchant, 0 or 1. */
  as?: number;
  /** This request breaks the OpenAPI file on purpose. */
  wrong?: boolean;
  /** As is this reply, by a fault. */
  wrongReply?: boolean;
}

/**
 * Vipps alone on a port of its own, with a stub merchant that receives webhooks. Every call of the API is held
 * against the OpenAPI files, both ways. For tests.
 */
export async function startVipps({ dataFile }: { dataFile?: string } = {}) {
  const alone = await startAlone(vipps, { dataFile });
  const { url } = alone;
  const receiver = await startReceiver();
  const tokens: (string | undefined)[] = [];
  const nextKey = newCounter();
  const nextReference = newCounter();

  const raw = async (method: string, path: string, headers: Headers, body?: string) => {
    const response = await fetch(url(path), { method, redirect: 'manual', headers, body });
    const text = await response.text();
    const location = response.headers.get('location');
    return { status: response.status, headers: response.headers, text, location, json: parse(text) };
  };
  const keysOf = (as: number) => merchants[as] ?? merchants[0];
  const token = async (as = 0, changes: Record<string, string> = {}) => {
    const { clientId = '', clientSecret = '', subscriptionKey = '' } = keysOf(as) ?? {};
    const headers = new Headers({
      client_id: clientId,
      client_secret: clientSecret,
      'ocp-apim-subscription-key': subscriptionKey,
      ...changes,
    });
    return raw('POST', '/accesstoken/get', headers);
  };
  /** One call of the API with the keys of a merchant, a token and, for a POST, a fresh idempotency key. */
  const api = async (method: string, path: string, options: CallOptions = {}) => {
    const { body, as = 0, wrong, wrongReply } = options;
    tokens[as] ??= String((await token(as)).json.access_token);
    const headers = new Headers({
      authorization: `Bearer ${tokens[as]}`,
      'ocp-apim-subscription-key': keysOf(as)?.subscriptionKey ?? '',
      'merchant-serial-number': keysOf(as)?.msn ?? '',
    });
    if (method === 'POST') headers.set('content-type', 'application/json');
    if (method === 'POST') headers.set('idempotency-key', `key-${nextKey()}`);
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      if (value === undefined) headers.delete(name);
      else headers.set(name, value);
    }
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    if (!wrong) expect(judgeRequest({ method, path, headers, body: text })).toEqual([]);
    const reply = await raw(method, path, headers, text || undefined);
    if (!wrongReply) expect(judgeReply({ method, path }, { ...reply, body: reply.text })).toEqual([]);
    return reply;
  };
  const other = (method: string, path: string, body?: unknown, type = 'application/json') =>
    raw(
      method,
      path,
      new Headers(body === undefined ? {} : { 'content-type': type }),
      body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    );
  const pathOf = (reference: string, action = '') => `/epayment/v1/payments/${reference}${action}`;

  return {
    ...alone,
    receiver,
    token,
    api,
    pathOf,
    /** Calls what is not the provider's API: pages and books. */
    other,
    /** Posts a form as a browser does, without following the redirect. */
    post: (path: string, fields: Record<string, string>) =>
      other('POST', path, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
    /** Gives the reference; `amount` in øre. */
    async create(amount = 60000, more: Record<string, unknown> = {}, as = 0): Promise<string> {
      const body = paymentBody(`instans-${nextReference()}-x`, amount, more);
      expect(await api('POST', '/epayment/v1/payments', { body, as })).toMatchObject({ status: 201 });
      return body.reference;
    },
    pay: async (reference: string, body: Record<string, string> = {}) =>
      (await other('POST', `/books/${reference}/pay`, body)).json,
    get: async (reference: string, as = 0) => (await api('GET', pathOf(reference), { as })).json,
    modify: (reference: string, action: 'capture' | 'refund', value: number, options: CallOptions = {}) =>
      api('POST', pathOf(reference, `/${action}`), {
        body: { modificationAmount: { currency: 'NOK', value } },
        ...options,
      }),
    cancel: (reference: string, options: CallOptions = {}) =>
      api('POST', pathOf(reference, '/cancel'), options),
    /** Registers the stub merchant's receiver; gives id and secret. */
    listenTo: async (names: string[], as = 0): Promise<{ id: string; secret: string }> => {
      const events = names.map((name) => `epayments.payment.${name}.v1`);
      return (await api('POST', '/webhooks/v1/webhooks', { body: { url: receiver.url, events }, as })).json;
    },
    book: async (reference: string) => (await other('GET', `/books/${reference}`)).json,
    async close() {
      await alone.close();
      await receiver.close();
    },
  };
}

export function paymentBody(reference: string, amount = 60000, more: Record<string, unknown> = {}) {
  return {
    amount: { currency: 'NOK', value: amount },
    paymentMethod: { type: 'WALLET' },
    customer: { phoneNumber: '4791234567' },
    reference,
    userFlow: 'WEB_REDIRECT',
    returnUrl: 'http://localhost:3000/pay/return?x=1',
    paymentDescription: 'Behandlingsgebyr',
    ...more,
  };
}

function newCounter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}
