import {
  createDibsClient,
  DIBS_API_BASE_URL,
  DIBS_WINDOW_URL,
  type DibsClientOptions,
  DibsError,
  type PaymentWindowRequest,
  type RetryDelayInput,
} from './index.ts';

/** The documentation's example key. */
export const KEY =
  '6926337856665a2b7931584a23346761247e396a714b3a644e797539362b3b5a572d3f24446a707d2d5164776e517543303925316433492352286f6b4e2a4368';
export const OTHER_KEY = '00112233445566778899aabbccddeeff';

export const REQUEST: PaymentWindowRequest = {
  orderId: 'A-1',
  amount: 59980,
  currency: 'NOK',
  acceptReturnUrl: 'https://portal.example/ok?x=1&y=2',
  cancelReturnUrl: 'https://portal.example/avbrutt',
  callbackUrl: 'https://portal.example/callback',
};

type Answer = Response | Error | ((init: RequestInit) => Promise<Response>);

/** A client whose wire answers one thing after the other; `calls` is what went out, `waits` what it waited for. */
export function setup(answers: Answer[] = [], options: Partial<DibsClientOptions> = {}) {
  const calls: { url: string; init: RequestInit }[] = [];
  const waits: RetryDelayInput[] = [];
  const client = createDibsClient({
    merchantId: '90196871',
    macKey: KEY,
    test: false,
    windowUrl: DIBS_WINDOW_URL,
    apiBaseUrl: DIBS_API_BASE_URL,
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
export const failed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

/** The JSON object in the form field of a call. */
export function sent(call: { init: RequestInit } | undefined): Record<string, unknown> {
  return JSON.parse(new URLSearchParams(String(call?.init.body)).get('request') ?? '');
}

export async function errorOf(call: Promise<unknown>): Promise<DibsError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DibsError)) throw new Error(`expected a DibsError, got ${String(error)}`);
  return error;
}
