import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../../identity/testing/sandbox.ts';
import {
  createFlexWinClient,
  DibsError,
  DibsMessageError,
  type FlexWinClient,
  type FlexWinClientOptions,
  type FlexWinMessage,
  type FlexWinRequest,
  type PaymentForm,
} from './index.ts';

/*
 * The client against the project's simulated FlexWin, over real HTTP. The sandbox shares no code with this folder; both follow
 * the same reference, so agreement here means something.
 */
const GOOD_CARD = '4711100000000000';
const DECLINED_CARD = '4711000000000000';
const REFUSES_CAPTURE = '4711100000000001';
const KEYS = { key1: 'sandbox(flexwin)key-1-number-1;%', key2: 'sandbox(flexwin)key-2-number-1;%' };

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let receiver: Server;
let receiverUrl = '';
let dibs: FlexWinClient;
const received: (FlexWinMessage | string)[] = [];

beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:3000');
  dibs = client();
  receiverUrl = await startReceiver();
});
afterAll(() => {
  sandbox?.stop();
  receiver?.close();
});

describe('the client against the sandbox', () => {
  it('has its form accepted, is paid, and comes back with a key that holds, as its callback does', async () => {
    const { message, url } = await paid('paid');
    expect(url).toBe(order('paid').acceptUrl);
    expect(message).toMatchObject({ orderId: 'paid', statusCode: '2', payType: 'VISA', test: true });
    await expect.poll(() => mine('paid').length, { timeout: 10_000 }).toBe(1);
    expect(mine('paid')[0]?.fingerprint).toBe(message.fingerprint);
  });

  it('is refused with other keys, and with a form that was changed on its way', async () => {
    const stranger = client({ key2: `${KEYS.key2}x` });
    expect(await enter(stranger.window.createForm(order('stranger')))).toContain('md5key: not valid');
    const form = dibs.window.createForm(order('changed'));
    const fields = form.fields.map((field) => (field.name === 'amount' ? { ...field, value: '1' } : field));
    expect(await enter({ ...form, fields })).toContain('md5key: not valid');
  });

  it('does not believe a wrong key, neither from the browser nor by callback', async () => {
    await fault({ name: 'return', value: 'wrong-signature', reference: 'liar' });
    await fault({ name: 'webhook', value: 'wrong-signature', reference: 'liar' });
    const { back } = await pay('liar');
    expect(problemOf(back.fields)).toBe('wrong_mac');
    await expect.poll(() => received.includes('wrong_mac'), { timeout: 10_000 }).toBe(true);
  });

  it('reads no result of a payer who left', async () => {
    const { back } = await pay('left', { leave: true });
    expect([back.url, problemOf(back.fields)]).toEqual([order('left').cancelUrl, 'incomplete']);
  });

  it('finds a payment that nobody told of, and is told how it stands', async () => {
    const find = (amount = 60000) => dibs.transactions.find({ orderId: 'quiet', amount, currency: 'NOK' });
    expect(await find()).toBeUndefined();
    await pay('quiet', { card: DECLINED_CARD });
    expect(await find()).toMatchObject({ status: 'declined' });
    const { message } = await paid('quiet');
    expect(await find()).toEqual({ transact: message.transact, status: 'authorised' });
    expect(await find(1)).toBeUndefined();
    const { info, status, cardType } = dibs.transactions;
    expect(await info(message.transact)).toEqual({
      transact: message.transact,
      status: 'authorised',
      statusCode: 2,
      orderId: 'quiet',
      amountMinor: 60000,
      currency: 'NOK',
    });
    expect([await status(message.transact), await cardType(message.transact)]).toEqual([
      'authorised',
      'VISA',
    ]);
    await expectError(info('1'), { code: 'DIBS_PROTOCOL' });
    await expectError(client({ apiUser: { name: 'api', password: 'no' } }).transactions.info('1'), {
      code: 'FLEXWIN_LOGIN',
      outcome: 'refused',
    });
  });

  it('reserves, captures once, refunds in parts to the last øre', async () => {
    const of = await reserved('reserve');
    await dibs.transactions.capture({ ...of, amount: 60000 });
    await expectError(dibs.transactions.capture({ ...of, amount: 60000 }), { reason: 6, outcome: 'refused' });
    await dibs.transactions.refund({ ...of, amount: 10000, currency: 'NOK' });
    await expectError(dibs.transactions.refund({ ...of, amount: 50001, currency: 'NOK' }), { reason: 7 });
    await dibs.transactions.refund({ ...of, amount: 50000, currency: 'NOK' });
    expect(await book('reserve')).toMatchObject({ captured: 60000, refunded: 60000 });
  });

  it('cancels a reservation, and then nothing can be captured', async () => {
    const of = await reserved('cancel');
    await expectError(dibs.transactions.cancel({ ...of, orderId: 'another' }), { reason: 9 });
    await dibs.transactions.cancel(of);
    await expectError(dibs.transactions.capture({ ...of, amount: 60000 }), { reason: 6 });
    expect(await dibs.transactions.status(of.transact)).toBe('authorisation_deleted');
  });

  it('knows a capture that fails, and one that waits', async () => {
    const { message } = await paid('no-capture', REFUSES_CAPTURE);
    const { transact, orderId } = message;
    await expectError(dibs.transactions.capture({ transact, orderId, amount: 60000 }), { reason: 4 });
    expect(await dibs.transactions.status(transact)).toBe('capture_declined');
    const of = await reserved('waits');
    await fault({ name: 'capture', value: 'pending', reference: 'waits', times: 1 });
    await dibs.transactions.capture({ ...of, amount: 60000 });
    const again = dibs.transactions.capture({ ...of, amount: 60000 });
    await expectError(again, { reason: 14, outcome: 'unknown' });
  });

  it('never repeats a call whose reply was lost; a question it does', async () => {
    const of = await reserved('lost');
    await fault({ name: 'capture', value: 'lost-after-commit', reference: 'lost', times: 1 });
    await expectError(dibs.transactions.capture({ ...of, amount: 60000 }), { outcome: 'unknown' });
    await fault({ name: 'get', value: 'lost-after-commit', reference: 'lost', times: 1 });
    expect(await dibs.transactions.status(of.transact)).toBe('captured');
    await fault({ name: 'refund', value: '429', reference: 'lost', times: 1 });
    await dibs.transactions.refund({ ...of, amount: 100, currency: 'NOK' });
    await fault({ name: 'refund', value: 'lost-after-commit', reference: 'lost', times: 1 });
    const second = dibs.transactions.refund({ ...of, amount: 100, currency: 'NOK' });
    await expectError(second, { outcome: 'unknown' });
    expect(await book('lost')).toMatchObject({ captured: 60000, refunded: 200 });
  });

  it('pays an order once', async () => {
    await paid('once');
    expect(await enter(dibs.window.createForm(order('once')))).toContain('reason 7');
    expect(await enter(dibs.window.createForm(order('once', { uniqueOrderId: false })))).toMatch(
      /^[0-9a-f]{32}$/,
    );
  });
});

function client(more: Partial<FlexWinClientOptions> = {}): FlexWinClient {
  return createFlexWinClient({
    merchantId: '90200001',
    ...KEYS,
    apiUser: { name: 'kvitt-api-1', password: 'sandbox-flexwin-password-1' },
    test: true,
    windowUrl: `${sandbox.url}/flexwin/paymentweb/start.action`,
    apiBaseUrl: `${sandbox.url}/flexwin`,
    timeoutMs: 5000,
    retryDelay: async () => undefined,
    ...more,
  });
}

function order(orderId: string, more: Partial<FlexWinRequest> = {}): FlexWinRequest {
  return {
    orderId,
    amount: 60000,
    currency: 'NOK',
    acceptUrl: 'http://localhost:3000/return?a=1&b=2',
    cancelUrl: 'http://localhost:3000/cancel',
    callbackUrl: receiverUrl,
    ...more,
  };
}

/** The browser posts the form: the window's id, or what the page says that refuses it. */
async function enter({ action, fields }: PaymentForm): Promise<string> {
  const body = new URLSearchParams(fields.map(({ name, value }) => [name, value]));
  const entered = await fetch(action, { method: 'POST', body, redirect: 'manual' });
  const location = entered.headers.get('location');
  return location ? (new URL(location).searchParams.get('id') ?? '') : entered.text();
}

interface Left {
  back: { url: string; fields: Record<string, string> };
}

async function pay(orderId: string, how: object = { card: GOOD_CARD }): Promise<Left> {
  const id = await enter(dibs.window.createForm(order(orderId)));
  return call('POST', `/flexwin/books/${id}/pay`, how);
}

async function paid(orderId: string, card = GOOD_CARD) {
  const { back } = await pay(orderId, { card });
  return { url: back.url, message: dibs.window.receive(new URLSearchParams(back.fields).toString()) };
}

async function reserved(orderId: string) {
  const { message } = await paid(orderId);
  return { transact: message.transact, orderId };
}

function problemOf(fields: Record<string, string>): string | undefined {
  try {
    dibs.window.receive(new URLSearchParams(fields).toString());
    return undefined;
  } catch (error) {
    return error instanceof DibsMessageError ? error.problem : String(error);
  }
}

const mine = (orderId: string) =>
  received.flatMap((message) =>
    typeof message === 'object' && message.orderId === orderId ? [message] : [],
  );
const book = (orderId: string) => call<object>('GET', `/flexwin/books/${orderId}`);
const fault = (body: object) => call('PUT', '/faults/api', { party: 'flexwin', ...body });

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const reply = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  expect(reply.status).toBe(200);
  return (await reply.json()) as T;
}

async function expectError(failing: Promise<unknown>, expected: object): Promise<void> {
  const error = await failing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DibsError);
  expect(error).toMatchObject(expected);
}

/** Reads callbacks as bytes: they are Latin-1. */
function startReceiver(): Promise<string> {
  receiver = createServer(async (incoming, reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    try {
      received.push(dibs.window.receive(Buffer.concat(chunks)));
    } catch (error) {
      received.push(error instanceof DibsMessageError ? error.problem : String(error));
    }
    reply.writeHead(200).end();
  });
  return new Promise((resolve) => {
    receiver.listen(0, '127.0.0.1', () => {
      const address = receiver.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`);
    });
  });
}
