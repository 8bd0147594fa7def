import { randomBytes } from 'node:crypto';
import { parse, startAlone } from '../../testing/start-alone.ts';
import { payex } from '../index.ts';
import { startReceiver } from './receiver.ts';

export const accessToken = 'sandbox-payex-access-token';
export const payeeId = '5cabf558-5283-482f-b252-4d58e06f6f3b';

/** PayEx alone on a port of its own, with a stub merchant that receives callbacks. For tests. */
export async function startPayex({ dataFile }: { dataFile?: string } = {}) {
  const alone = await startAlone(payex, { dataFile });
  const { url } = alone;
  const receiver = await startReceiver();

  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(path.startsWith('http') ? path : url(path), {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${accessToken}`,
        accept: 'application/json;version=3.1',
        'content-type': 'application/json;version=3.1',
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const type = response.headers.get('content-type');
    return {
      status: response.status,
      text,
      type,
      location: response.headers.get('location'),
      json: parse(text),
    };
  };
  const get = async (
    id: string,
    expand = 'paid,financialtransactions,failed,aborted,cancelled,reversed,history,failedattempts,payeeinfo',
  ) => (await call('GET', `${id}?$expand=${expand}`)).json;
  let references = 0;
  /** A payee reference that nobody has used. */
  const reference = () => {
    references += 1;
    return `R${references}x${randomBytes(4).toString('hex')}`;
  };

  return {
    ...alone,
    receiver,
    call,
    get,
    reference,
    /** Posts a form as a browser does, without following the redirect. */
    post: (path: string, fields: Record<string, string>) =>
      call('POST', path, new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      }),
    body: (more: object = {}) => orderBody(receiver.url, reference(), more),
    /** A new payment order; gives its id, `/psp/paymentorders/<uuid>`. */
    async create(more: object = {}): Promise<string> {
      const { json } = await call('POST', '/psp/paymentorders', orderBody(receiver.url, reference(), more));
      return String(json.paymentOrder.id);
    },
    /** Does what the rel leads to, as the payment order offers it now. */
    async follow(id: string, rel: string, body: unknown) {
      const operations: { rel: string; href: string; method: string }[] = (await get(id)).operations;
      const found = operations.find((one) => one.rel === rel);
      if (!found) throw new Error(`no ${rel} among ${operations.map((one) => one.rel).join(' ')}`);
      return call(found.method, found.href, body);
    },
    rels: async (id: string) => (await get(id)).operations.map((one: { rel: string }) => one.rel),
    pay: async (id: string, body: Record<string, string> = {}) =>
      (
        await call('POST', `/books/${encodeURIComponent(id)}/pay`, body, {
          'content-type': 'application/json',
        })
      ).json,
    book: async (id: string) => (await call('GET', `/books/${encodeURIComponent(id)}`)).json,
    async close() {
      await alone.close();
      await receiver.close();
    },
  };
}

/** A valid create body; `more` goes into `paymentorder`. */
export function orderBody(receiverUrl: string, payeeReference: string, more: object = {}) {
  return {
    paymentorder: {
      operation: 'Purchase',
      currency: 'NOK',
      amount: 60000,
      vatAmount: 12000,
      description: 'Behandlingsgebyr',
      userAgent: 'Mozilla/5.0',
      language: 'nb-NO',
      urls: {
        hostUrls: ['http://localhost:3000'],
        completeUrl: 'http://localhost:3000/pay/complete?x=1',
        cancelUrl: 'http://localhost:3000/pay/cancel',
        callbackUrl: `${receiverUrl}?t=k3y`,
      },
      payeeInfo: { payeeId, payeeReference, payeeName: 'Etaten', orderReference: 'instans-8c1e' },
      ...more,
    },
  };
}
