import {
  type CreatePaymentRequest,
  createNetsClient,
  type HostedCheckout,
  NETS_TEST_BASE_URL,
  type NetsClientOptions,
  NetsError,
  type RetryDelayInput,
} from './index.ts';

export const ID = '025400006091b1ef6937598058c4e487';
export const HOSTED = 'https://test.checkout.dibspayment.eu/hostedpaymentpage/?checkoutKey=k';
export const CHARGE = { amount: 60000 };
export const KEYED = { idempotencyKey: 'op-1' };

type Answer = Response | Error | ((init: RequestInit) => Promise<Response>);

/** A client whose wire answers one thing after the other; `calls` is what went out, `waits` what it waited for. */
export function setup(answers: Answer[], options: Partial<NetsClientOptions> = {}) {
  const calls: { url: string; init: RequestInit }[] = [];
  const waits: RetryDelayInput[] = [];
  const client = createNetsClient({
    secretKey: 'test-secret-key',
    baseUrl: NETS_TEST_BASE_URL,
    now: () => new Date('2026-01-05T10:00:00Z'),
    retryDelay: async (input) => void waits.push(input),
    fetch: async (url, init) => {
      calls.push({ url, init });
      const answer = answers.shift();
      if (answer === undefined) throw new Error('nothing more was expected on the wire');
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? answer(init) : answer;
    },
    ...options,
  });
  return { client, calls, waits };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
export const empty = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });
export const failed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

export async function errorOf(call: Promise<unknown>): Promise<NetsError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NetsError)) throw new Error(`expected a NetsError, got ${String(error)}`);
  return error;
}

export function order(
  overrides: Partial<CreatePaymentRequest['order']> = {},
): CreatePaymentRequest<HostedCheckout> {
  return {
    order: {
      items: [
        {
          reference: 'GEBYR-1',
          name: 'Behandlingsgebyr',
          quantity: 1,
          unit: 'stk',
          unitPrice: 48000,
          taxRate: 2500,
          taxAmount: 12000,
          netTotalAmount: 48000,
          grossTotalAmount: 60000,
        },
      ],
      amount: 60000,
      currency: 'NOK',
      reference: 'sak-1',
      ...overrides,
    },
    checkout: {
      integrationType: 'HostedPaymentPage',
      returnUrl: 'https://portal.example/return',
      cancelUrl: 'https://portal.example/cancel',
      termsUrl: 'https://portal.example/vilkar',
      charge: true,
    },
    myReference: '8c1e0d5a-instans',
    notifications: {
      webHooks: [
        {
          eventName: 'payment.checkout.completed',
          url: 'https://portal.example/hook',
          authorization: 'k3yOf8to32',
        },
      ],
    },
  };
}
