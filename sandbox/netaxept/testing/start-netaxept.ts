import { startAlone } from '../../testing/start-alone.ts';
import { netaxept } from '../index.ts';

export const credentials = { merchantId: '11000350', token: 'sandbox+netaxept/token=1' };
export const another = { merchantId: '11000351', token: 'sandbox+netaxept/token=2' };

/** Netaxept alone on a port of its own. For tests. */
export async function startNetaxept({ dataFile }: { dataFile?: string } = {}) {
  const alone = await startAlone(netaxept, { dataFile });
  const { url } = alone;

  const ask = async (method: string, path: string, fields?: Record<string, string>) => {
    const response = await fetch(url(path), {
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
    const response = await fetch(url(path), {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.json() as Promise<Record<string, unknown>>;
  };
  return {
    ...alone,
    ask,
    call,
    async register(fields: Record<string, string> = {}): Promise<string> {
      return elementIn(await call('Register', { ...order, ...fields }), 'TransactionId');
    },
    process: (operation: string, transactionId: string, transactionAmount = '') =>
      call('Process', { operation, transactionId, transactionAmount }),
    query: (transactionId: string) => call('Query', { transactionId }),
    pay: (id: string, body: object = {}) => json('POST', `/books/${id}/pay`, body),
    book: (id: string) => json('GET', `/books/${id}`),
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
