import type { RetryDelayInput } from '../http.ts';
import {
  createFlexWinClient,
  FLEXWIN_API_BASE_URL,
  FLEXWIN_WINDOW_URL,
  type FlexWinClientOptions,
  type FlexWinRequest,
} from './index.ts';

/** Keys as the provider makes them: signs of all kinds. */
export const KEYS = { key1: '~.(S96%u|(UV,~ifxTt.=&SNb&SKAHD;', key2: 'qJuH6vjXHLSDB*%a&/hbnkjlBHGhjJKJ' };
export const OTHER_KEYS = {
  key1: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  key2: 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
};

export const REQUEST: FlexWinRequest = {
  orderId: 'A-1',
  amount: 59980,
  currency: 'NOK',
  acceptUrl: 'https://portal.example/ok?x=1&y=2',
  cancelUrl: 'https://portal.example/avbrutt',
  callbackUrl: 'https://portal.example/callback',
};

type Answer = Response | Error;

/** A client whose wire answers one thing after the other; `calls` is what went out, `waits` what it waited for. */
export function setup(answers: Answer[] = [], options: Partial<FlexWinClientOptions> = {}) {
  const calls: { url: string; fields: Record<string, string>; headers: Headers; init: RequestInit }[] = [];
  const waits: RetryDelayInput[] = [];
  const client = createFlexWinClient({
    merchantId: '12345678',
    ...KEYS,
    apiUser: { name: 'api', password: 'p:æ' },
    test: false,
    windowUrl: FLEXWIN_WINDOW_URL,
    apiBaseUrl: FLEXWIN_API_BASE_URL,
    now: () => new Date('2026-01-05T10:00:00Z'),
    retryDelay: async (input) => void waits.push(input),
    fetch: async (url, init) => {
      const fields = Object.fromEntries(new URLSearchParams(String(init.body)));
      calls.push({ url, fields, headers: new Headers(init.headers), init });
      const answer = answers.shift();
      if (answer === undefined) throw new Error('nothing more was expected on the wire');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    ...options,
  });
  return { client, calls, waits };
}

/** As the provider sends it. */
export const text = (body: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(Buffer.from(body, 'latin1'), {
    status,
    headers: { 'content-type': 'text/html; charset=iso-8859-1', ...headers },
  });
