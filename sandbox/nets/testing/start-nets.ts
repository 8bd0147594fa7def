import { parse, startAlone } from '../../testing/start-alone.ts';
import { nets } from '../index.ts';
import { startReceiver } from './receiver.ts';

export const secretKey = 'sandbox-nets-secret-key';

/** Nets alone on a port of its own, with a stub merchant that receives webhooks. For tests. */
export async function startNets({ dataFile }: { dataFile?: string } = {}) {
  const alone = await startAlone(nets, { dataFile });
  const { url } = alone;
  const receiver = await startReceiver();

  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(url(path), {
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
    ...alone,
    receiver,
    call,
    /** Posts a form as a browser does, without following the redirect. */
    post,
    async create(body: unknown = orderBody(receiver.url)): Promise<string> {
      return String((await call('POST', '/v1/payments', body)).json.paymentId);
    },
    pay: async (id: string, body: Record<string, string> = {}) =>
      (await call('POST', `/books/${id}/pay`, body)).json,
    get: async (id: string) => (await call('GET', `/v1/payments/${id}`)).json.payment,
    book: async (id: string) => (await call('GET', `/books/${id}`)).json,
    async close() {
      await alone.close();
      await receiver.close();
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
