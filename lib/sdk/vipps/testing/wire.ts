import { judgeRequest } from '../../../../sandbox/vipps/testing/openapi.ts';
import {
  type CreatePaymentRequest,
  createVippsClient,
  type RetryDelayInput,
  VIPPS_TEST_BASE_URL,
  type VippsClientOptions,
  VippsError,
} from '../index.ts';

export const REFERENCE = 'instans-8c1e-1';
export const LANDING = 'https://landing.vipps.example/?token=abc';
export const KEYED = { idempotencyKey: 'op-1' };
export const MONEY = { modificationAmount: { currency: 'NOK', value: 60000 } } as const;

/** What the OpenAPI files have against the requests so far; each test file looks after every test. */
export const wireProblems: string[] = [];

type Answer = Response | Error | ((init: RequestInit) => Promise<Response>);

export interface Call {
  method: string;
  path: string;
  headers: Headers;
  body: string;
  init: RequestInit;
}

/**
 * A client whose wire answers one thing after the other; `calls` is what went out besides the fetches of tokens, and each
 * of them is held against the OpenAPI files. `tokens` answers those; by default always a new one that lives an hour.
 */
export function setup(answers: Answer[], options: Partial<VippsClientOptions> & { tokens?: Answer[] } = {}) {
  const { tokens, ...rest } = options;
  const calls: Call[] = [];
  const tokenCalls: Call[] = [];
  const waits: RetryDelayInput[] = [];
  const clock = { now: new Date('2026-01-05T10:00:00Z') };
  const baseUrl = rest.baseUrl ?? VIPPS_TEST_BASE_URL;
  const client = createVippsClient({
    clientId: 'test-client-id',
    clientSecret: 'test-client-secret',
    subscriptionKey: 'test-subscription-key',
    merchantSerialNumber: '123456',
    baseUrl,
    now: () => clock.now,
    retryDelay: async (input) => void waits.push(input),
    fetch: async (url, init) => {
      const call: Call = {
        method: init.method ?? 'GET',
        path: url.slice(baseUrl.replace(/\/$/, '').length),
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? init.body : '',
        init,
      };
      if (/accesstoken/i.test(call.path)) {
        tokenCalls.push(call);
        return answerWith(tokens ? tokens.shift() : token(`token-${tokenCalls.length}`), init);
      }
      calls.push(call);
      const problems = judgeRequest(call);
      wireProblems.push(...problems);
      return answerWith(answers.shift(), init);
    },
    ...rest,
  });
  return { client, calls, tokenCalls, waits, clock };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
export const empty = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });
export const failed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
export const token = (access_token: string, expires_in = '3599') =>
  json({ token_type: 'Bearer', expires_in, expires_on: '1767610799', access_token });

export async function errorOf(call: Promise<unknown>): Promise<VippsError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VippsError)) throw new Error(`expected a VippsError, got ${String(error)}`);
  return error;
}

export function request(
  overrides: Partial<CreatePaymentRequest> = {},
): CreatePaymentRequest & { userFlow: 'WEB_REDIRECT' } {
  return {
    amount: { currency: 'NOK', value: 60000 },
    paymentMethod: { type: 'WALLET' },
    reference: REFERENCE,
    returnUrl: 'https://portal.example/pay/return?ref=instans-8c1e-1',
    paymentDescription: 'Behandlingsgebyr',
    ...overrides,
    userFlow: 'WEB_REDIRECT',
  };
}

/** What `retrieve` answers; sums in øre. */
export function payment(
  sums: { authorized?: number; captured?: number; refunded?: number; cancelled?: number } = {},
  more: Record<string, unknown> = {},
) {
  const amount = (value = 0) => ({ currency: 'NOK', value });
  return {
    reference: REFERENCE,
    pspReference: 'psp-1',
    amount: amount(60000),
    state: 'CREATED',
    aggregate: {
      authorizedAmount: amount(sums.authorized),
      cancelledAmount: amount(sums.cancelled),
      capturedAmount: amount(sums.captured),
      refundedAmount: amount(sums.refunded),
    },
    paymentMethod: { type: 'WALLET' },
    profile: {},
    ...more,
  };
}

async function answerWith(answer: Answer | undefined, init: RequestInit): Promise<Response> {
  if (answer === undefined) throw new Error('nothing more was expected on the wire');
  if (answer instanceof Error) throw answer;
  return typeof answer === 'function' ? answer(init) : answer;
}
