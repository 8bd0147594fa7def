import {
  createNetaxeptClient,
  NETAXEPT_TEST_BASE_URL,
  type NetaxeptClientOptions,
  NetsError,
  type RegisterRequest,
  type RetryDelayInput,
} from '../index.ts';

export const ID = 'c790990debfa417dbc32ecdde9a6c074';

type Answer = Response | Error | ((init: RequestInit) => Promise<Response>);

/** A client whose wire answers one thing after the other; `calls` is what went out, `waits` what it waited for. */
export function setup(answers: Answer[], options: Partial<NetaxeptClientOptions> = {}) {
  const calls: { url: string; init: RequestInit; fields: Record<string, string> }[] = [];
  const waits: RetryDelayInput[] = [];
  const client = createNetaxeptClient({
    merchantId: '10000243',
    token: 'p+9_K=&x',
    baseUrl: NETAXEPT_TEST_BASE_URL,
    retryDelay: async (input) => void waits.push(input),
    fetch: async (url, init) => {
      calls.push({ url, init, fields: Object.fromEntries(new URLSearchParams(String(init.body))) });
      const answer = answers.shift();
      if (answer === undefined) throw new Error('nothing more was expected on the wire');
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? answer(init) : answer;
    },
    ...options,
  });
  return { client, calls, waits };
}

export const xml = (text: string, status = 200) =>
  new Response(text, { status, headers: { 'content-type': 'text/xml; charset=utf-8' } });

export const registered = (id = ID) =>
  xml(`<RegisterResponse><TransactionId>${id}</TransactionId></RegisterResponse>`);

export const processed = (operation: string, id = ID) =>
  xml(`<ProcessResponse><Operation>${operation}</Operation><ResponseCode>OK</ResponseCode>
    <TransactionId>${id}</TransactionId><MerchantId>10000243</MerchantId></ProcessResponse>`);

export const exception = (type: string, message: string, result = '') =>
  xml(`<Exception xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Error xsi:type="${type}">
    <Message>${message}</Message>${result}</Error></Exception>`);

export interface Told {
  amount?: string;
  summary?: string;
  more?: string;
}

export const info = (told: Told = {}) => xml(infoText(told));

export const infoText = ({ amount = '60000', summary = '', more = '' }: Told = {}) =>
  `<PaymentInfo><MerchantId>10000243</MerchantId><TransactionId>${ID}</TransactionId>
    <OrderInformation><Amount>${amount}</Amount><Currency>NOK</Currency><OrderNumber>sak-1</OrderNumber></OrderInformation>
    <Summary><AmountCaptured>0</AmountCaptured><AmountCredited>0</AmountCredited>${summary}</Summary>${more}</PaymentInfo>`;

export const lost = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

export async function errorOf(call: Promise<unknown>): Promise<NetsError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NetsError)) throw new Error(`expected a NetsError, got ${String(error)}`);
  return error;
}

export function order(changes: Partial<RegisterRequest> = {}): RegisterRequest {
  return {
    orderNumber: 'sak-1',
    amount: 60_000,
    currencyCode: 'NOK',
    redirectUrl: 'https://portal.example/return',
    ...changes,
  };
}
