import {
  type CreatePaymentOrderRequest,
  createPayexClient,
  PAYEX_TEST_BASE_URL,
  type PayexClientOptions,
  PayexError,
  type RetryDelayInput,
} from './index.ts';

export const ID = '/psp/paymentorders/8be318c1-1caa-4db1-e2c6-08d7bf41224d';
export const PAGE = 'https://ecom.externalintegration.payex.com/checkout/07311';
export const CAPTURE = { description: 'Gebyr', amount: 60000, vatAmount: 0, payeeReference: 'CAP1' };

type Answer = Response | Error | ((init: RequestInit) => Promise<Response>);

/** A client whose wire answers one thing after the other; `calls` is what went out, `waits` what it waited for. */
export function setup(answers: Answer[], options: Partial<PayexClientOptions> = {}) {
  const calls: { url: string; init: RequestInit }[] = [];
  const waits: RetryDelayInput[] = [];
  let sessions = 0;
  const client = createPayexClient({
    accessToken: 'test-access-token',
    payeeId: 'payee-1',
    baseUrl: PAYEX_TEST_BASE_URL,
    now: () => new Date('2026-01-05T10:00:00Z'),
    retryDelay: async (input) => void waits.push(input),
    newSessionId: () => `session-${++sessions}`,
    fetch: async (url, init) => {
      calls.push({ url, init });
      const answer = answers.shift();
      if (answer === undefined) throw new Error('nothing more was expected on the wire');
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? answer(init) : answer;
    },
    ...options,
  });
  /** What went out, as `POST /captures`, below the payment order. */
  const sent = () => calls.map(({ url, init }) => `${init.method} ${url.split(ID)[1] ?? url}`.split('?')[0]);
  return { client: client.paymentOrders, calls, waits, sent };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
export const empty = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });
export const failed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
export const problem = (id: string, status: number, more: object = {}) =>
  json({ type: `https://api.payex.com/psp/errordetail/${id}`, title: 'No', status, ...more }, status);

export async function errorOf(call: Promise<unknown>): Promise<PayexError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PayexError)) throw new Error(`expected a PayexError, got ${String(error)}`);
  return error;
}

const HREFS: Record<string, [string, string]> = {
  'redirect-checkout': ['GET', PAGE],
  abort: ['PATCH', ID],
  'update-order': ['PATCH', ID],
  'set-instrument': ['PATCH', ID],
  'abort-paymentattempt': ['PATCH', ID],
  capture: ['POST', `${ID}/captures`],
  cancel: ['POST', `${ID}/cancellations`],
  reversal: ['POST', `${ID}/reversals`],
};

/** A reply with a payment order that offers `rels` and has `transactions`. */
export function order(rels: string[], more: Record<string, unknown> = {}, transactions: object[] = []) {
  return json({
    paymentOrder: {
      id: ID,
      status: 'Paid',
      currency: 'NOK',
      amount: 60000,
      vatAmount: 0,
      paid: {
        id: `${ID}/paid`,
        instrument: 'CreditCard',
        amount: 60000,
        transactionType: 'Authorization',
        orderReference: 'sak-1',
      },
      payeeInfo: { id: `${ID}/payeeinfo`, orderReference: 'sak-1' },
      financialTransactions: {
        id: `${ID}/financialtransactions`,
        financialTransactionsList: transactions,
      },
      ...more,
    },
    operations: rels.map((rel) => {
      const [method, href] = HREFS[rel] ?? ['POST', ID];
      return { rel, method, href: href.startsWith('/') ? PAYEX_TEST_BASE_URL + href : href };
    }),
  });
}

export const transaction = (type: string, amount: number, payeeReference: string) => ({
  id: `${ID}/financialtransactions/1`,
  type,
  number: 123,
  amount,
  vatAmount: 0,
  payeeReference,
});

export function request(overrides: Partial<CreatePaymentOrderRequest> = {}): CreatePaymentOrderRequest {
  return {
    currency: 'NOK',
    amount: 60000,
    vatAmount: 0,
    description: 'Behandlingsgebyr',
    userAgent: 'Mozilla/5.0',
    language: 'nb-NO',
    urls: {
      hostUrls: ['https://portal.example'],
      completeUrl: 'https://portal.example/complete',
      cancelUrl: 'https://portal.example/cancel',
      callbackUrl: 'https://portal.example/hook?t=secret',
    },
    payeeInfo: { payeeReference: 'I8c1e0d5aN1', orderReference: 'sak-1' },
    ...overrides,
  };
}
