import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type Callback,
  type CreatePaymentOrderRequest,
  createPayexClient,
  deriveStatus,
  lastFailedAttempt,
  offers,
  orderReferenceOf,
  type PayexClient,
  PayexError,
  paidNode,
  parseCallback,
  readSums,
  verifyCallbackToken,
} from './index.ts';

/*
 * The client against the project's simulated PayEx, over real HTTP. The sandbox shares no code with this folder;
 * both follow the same reference, so agreement here means something.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TOKEN = 'contractTest1234';
const PAYEE_ID = '5cabf558-5283-482f-b252-4d58e06f6f3b';

let sandbox: ChildProcess | undefined;
let origin = '';
let receiver: Server;
let receiverUrl = '';
let payex: PayexClient['paymentOrders'];
let count = 0;
const received: { token: string | null; callback: Callback }[] = [];

beforeAll(async () => {
  origin = await startSandbox();
  payex = connect('sandbox-payex-access-token');
  receiverUrl = await startReceiver();
});
afterEach(() => fetch(`${origin}/faults/api`, { method: 'DELETE' }));
afterAll(() => {
  sandbox?.kill('SIGTERM');
  receiver?.close();
});

describe('the client against the sandbox', () => {
  it('creates, is paid by card, captures and reads our amount, currency and reference', async () => {
    const { id, redirectUrl } = await payex.create(request());
    expect(id).toMatch(/^\/psp\/paymentorders\/[0-9a-f-]{36}$/);
    expect(deriveStatus(await payex.retrieve(id))).toBe('INITIALIZED');
    expect(await payOnPage(redirectUrl, '4925000000000004')).toBe('https://portal.example/complete');

    const paid = await payex.retrieve(id);
    expect(deriveStatus(paid)).toBe('AUTHORIZED');
    expect(paid).toMatchObject({ amount: 60000, currency: 'NOK' });
    expect(orderReferenceOf(paid)).toBe('sak-1');
    expect(paidNode(paid)).toMatchObject({ instrument: 'CreditCard', details: { cardBrand: 'Visa' } });

    const captured = await payex.capture(id, money(60000));
    expect(captured).toMatchObject({ repeated: false, paymentOrder: { remainingReversalAmount: 60000 } });
    const after = await payex.retrieve(id);
    expect(deriveStatus(after)).toBe('CAPTURED');
    expect(readSums(after)).toEqual({ paid: 60000, captured: 60000, reversed: 0, cancelled: 0 });
  });

  it('receives callbacks that parse and come to the address given out', async () => {
    const { id } = await payex.create(request());
    await pay(id);
    const mine = () => received.filter(({ callback }) => callback.paymentOrderId === id);
    await expect.poll(() => mine().length, { timeout: 10_000 }).toBe(1);
    expect(verifyCallbackToken(mine()[0]?.token, TOKEN)).toBe(true);
    expect(mine()[0]?.callback).toMatchObject({ orderReference: 'sak-1', version: '3.1' });
    await fault('webhook', 'wrong-address', id);
    await payex.capture(id, money(60000));
    await expect.poll(() => mine().length, { timeout: 10_000 }).toBe(2);
    expect(verifyCallbackToken(mine()[1]?.token, TOKEN)).toBe(false);
  });

  it('captures and reverses in parts, each once per payee reference', async () => {
    const id = await paidOrder();
    const first = money(20000);
    await payex.capture(id, first);
    expect(await payex.capture(id, first)).toMatchObject({ repeated: true, transaction: { amount: 20000 } });
    await expectError(payex.capture(id, { ...first, amount: 1 }), { code: 'PAYEX_REFERENCE' });
    expect(deriveStatus(await payex.retrieve(id))).toBe('PARTIALLY_CAPTURED');
    await expectError(payex.capture(id, money(40001)), { code: 'PAYEX_INPUT', outcome: 'refused' });
    await payex.capture(id, money(40000));
    await payex.reverse(id, money(10000));
    expect(deriveStatus(await payex.retrieve(id))).toBe('PARTIALLY_REVERSED');
    await expectError(payex.reverse(id, money(50001)), { code: 'PAYEX_INPUT', outcome: 'refused' });
    await payex.reverse(id, money(50000));
    const reversed = await payex.retrieve(id);
    expect(deriveStatus(reversed)).toBe('REVERSED');
    expect(readSums(reversed)).toEqual({ paid: 60000, captured: 60000, reversed: 60000, cancelled: 0 });
    await expectError(payex.reverse(id, money(1)), { code: 'PAYEX_UNAVAILABLE', outcome: 'refused' });
  });

  it('a Swish sale is captured by itself, has no capture, and can be reversed', async () => {
    const { id } = await payex.create(request({ currency: 'SEK', instrument: 'Swish' }));
    await pay(id, { instrument: 'Swish' });
    const sold = await payex.retrieve(id);
    expect(deriveStatus(sold)).toBe('CAPTURED');
    expect(readSums(sold).captured).toBe(60000);
    expect(offers(sold, 'capture')).toBe(false);
    await expectError(payex.capture(id, money(60000)), { code: 'PAYEX_UNAVAILABLE', rel: 'capture' });
    await payex.reverse(id, money(60000));
    expect(deriveStatus(await payex.retrieve(id))).toBe('REVERSED');
  });

  it.each([
    ['Vipps', 'Vipps'],
    ['Invoice-PayExFinancingNo', 'Invoice'],
  ])('%s is authorised, and released as a whole', async (instrument, told) => {
    const { id } = await payex.create(request());
    await pay(id, { instrument });
    expect(paidNode(await payex.retrieve(id))?.instrument).toBe(told);
    const cancelled = await payex.cancel(id, { description: 'Angret', payeeReference: reference() });
    expect(cancelled.paymentOrder.status).toBe('Cancelled');
    const after = await payex.retrieve(id);
    expect(deriveStatus(after)).toBe('CANCELLED');
    expect(readSums(after)).toEqual({ paid: 60000, captured: 0, reversed: 0, cancelled: 60000 });
  });

  it('stays open after a declined card and a refused 3-D Secure, and tells why', async () => {
    const { id, redirectUrl } = await payex.create(request());
    await payOnPage(redirectUrl, '4111111111111111');
    await pay(id, { card: '4761739001010416', threeDS: 'refuse' });
    const order = await payex.retrieve(id, { expand: ['failedAttempts', 'history'] });
    expect(deriveStatus(order)).toBe('INITIALIZED');
    expect(order.failedAttempts?.list?.map(({ problem }) => problem?.id)).toEqual([
      'creditcard/carddeclined',
      'creditcard/3dsecuredeclined',
    ]);
    expect(lastFailedAttempt(order)?.status).toBe('Failed');
    expect(order.history?.list?.at(-1)?.name).toBe('PaymentAttemptFailed');
  });

  it('aborts once, not while the payer is in an app, and not after it is paid', async () => {
    const { id } = await payex.create(request());
    await pay(id, { instrument: 'Vipps', app: 'wait' });
    await expectError(payex.abort(id), { code: 'PAYEX_UNAVAILABLE', status: 'Initialized' });
    await payex.abortAttempt(id);
    expect((await payex.abort(id)).status).toBe('Aborted');
    expect(deriveStatus(await payex.abort(id))).toBe('ABORTED');
    await expectError(payex.abort(await paidOrder()), { code: 'PAYEX_UNAVAILABLE', status: 'Paid' });
  });

  it('changes the amount and the instrument while it is open', async () => {
    const { id } = await payex.create(request({ instrument: 'Vipps' }));
    expect((await payex.updateOrder(id, { amount: 500, vatAmount: 0 })).amount).toBe(500);
    expect((await payex.setInstrument(id, 'CreditCard')).instrument).toBe('CreditCard');
  });

  it.each(['lost-after-commit', 'lost-before-commit', '500', 'dead', '429'])(
    'captures, reverses and cancels exactly once over the fault %s',
    async (value) => {
      const id = await paidOrder();
      await fault('charge', value, id);
      await payex.capture(id, money(60000));
      await fault('refund', value, id);
      await payex.reverse(id, money(100));
      expect(readSums(await payex.retrieve(id))).toMatchObject({ captured: 60000, reversed: 100 });
      const other = await paidOrder();
      await fault('cancel', value, other);
      await payex.cancel(other, { description: 'Angret', payeeReference: reference() });
      expect(await book(other)).toMatchObject({ cancelled: 60000, status: 'Cancelled' });
      expect(await book(id)).toMatchObject({ charges: [{}], refunds: [{}] });
    },
  );

  it('captures once although the first try is carried out after the second', async () => {
    const id = await paidOrder();
    await fault('charge', 'slow-commit', id);
    const impatient = connect('sandbox-payex-access-token', 300);
    // A part, so that the provider would have room for a second one.
    await impatient.capture(id, money(20000));
    // Removing the fault wakes the late try, which meets a payee reference that is used.
    await fetch(`${origin}/faults/api`, { method: 'DELETE' });
    expect(await book(id)).toMatchObject({ charged: 20000, charges: [{}] });
  });

  it('says unknown when the create’s reply is lost, and makes no second one', async () => {
    await fault('create', 'lost-after-commit', 'lost-create');
    const payeeInfo = { payeeReference: reference(), orderReference: 'lost-create' };
    await expectError(payex.create(request({ payeeInfo })), { code: 'PAYEX_CONNECTION', outcome: 'unknown' });
    const books: { reference: string }[] = await (await fetch(`${origin}/payex/books`)).json();
    expect(books.filter((one) => one.reference === 'lost-create')).toHaveLength(1);
    await expectError(payex.create(request({ payeeInfo })), { code: 'PAYEX_INPUT', outcome: 'refused' });
  });

  it('reads over a 500 and without $expand, and takes a lie for what it is', async () => {
    const id = await paidOrder();
    await fault('get', '500', id);
    expect(deriveStatus(await payex.retrieve(id))).toBe('AUTHORIZED');
    await fault('expand', 'ignored', id);
    const read = await payex.retrieve(id);
    expect([deriveStatus(read), orderReferenceOf(read)]).toEqual(['AUTHORIZED', 'sak-1']);
    await fault('status', 'unknown', id);
    expect(deriveStatus(await payex.retrieve(id))).toBe('UNKNOWN');
    await fault('amount', 'wrong', id);
    expect((await payex.retrieve(id)).amount).toBe(59900);
  });

  it('sees money that comes after it was told as failed', async () => {
    const { id } = await payex.create(request({ currency: 'SEK' }));
    await fault('outcome', 'paid-after-failed:manual', id);
    await pay(id, { instrument: 'Swish' });
    const failed = await payex.retrieve(id);
    expect([deriveStatus(failed), failed.failed?.problem?.status]).toEqual(['FAILED', 504]);
    await post(`/books/${encodeURIComponent(id)}/settle`, {});
    expect(deriveStatus(await payex.retrieve(id))).toBe('CAPTURED');
  });

  it('knows a wrong token, a missing payment order and a reused reference apart', async () => {
    const stranger = connect('wrong');
    const missing = '/psp/paymentorders/00000000-0000-4000-8000-000000000000';
    await expectError(stranger.retrieve(missing), { code: 'PAYEX_AUTHENTICATION', httpStatus: 401 });
    await expectError(payex.retrieve(missing), { code: 'PAYEX_NOT_FOUND', httpStatus: 404 });
    await expectError(payex.capture(missing, money(1)), { code: 'PAYEX_NOT_FOUND', outcome: 'refused' });
    const body = request();
    await payex.create(body);
    await expectError(payex.create(body), { code: 'PAYEX_INPUT', problemId: 'paymentorders/inputerror' });
  });
});

function connect(accessToken: string, timeoutMs = 5000): PayexClient['paymentOrders'] {
  return createPayexClient({
    accessToken,
    payeeId: PAYEE_ID,
    payeeName: 'Etaten',
    baseUrl: `${origin}/payex`,
    timeoutMs,
    retryDelay: async () => undefined,
  }).paymentOrders;
}

function reference(): string {
  count += 1;
  return `CONTRACT${process.pid}X${count}`;
}

function request(more: Partial<CreatePaymentOrderRequest> = {}): CreatePaymentOrderRequest {
  return {
    currency: 'NOK',
    amount: 60000,
    vatAmount: 12000,
    description: 'Behandlingsgebyr',
    userAgent: 'Mozilla/5.0',
    language: 'nb-NO',
    urls: {
      hostUrls: ['https://portal.example'],
      completeUrl: 'https://portal.example/complete',
      cancelUrl: 'https://portal.example/cancel',
      callbackUrl: `${receiverUrl}?t=${TOKEN}`,
    },
    payeeInfo: { payeeReference: reference(), orderReference: 'sak-1' },
    ...more,
  };
}

const money = (amount: number) => ({
  description: 'Gebyr',
  amount,
  vatAmount: 0,
  payeeReference: reference(),
});

async function paidOrder(): Promise<string> {
  const { id } = await payex.create(request());
  await pay(id, { instrument: 'CreditCard' });
  return id;
}

/** Pays without a browser. */
async function pay(id: string, body: object = {}): Promise<void> {
  await post(`/books/${encodeURIComponent(id)}/pay`, body);
}

async function book(id: string): Promise<unknown> {
  return (await fetch(`${origin}/payex/books/${encodeURIComponent(id)}`)).json();
}

async function post(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${origin}/payex${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  expect(reply.status).toBe(200);
}

/** Chooses card in the menu and fills the form in, as a browser without JavaScript would; gives where it is sent. */
async function payOnPage(redirectUrl: string, cardNumber: string): Promise<string> {
  const menu = await (await fetch(redirectUrl)).text();
  const choice = /action="([^"]*\/instrument)"[^>]*>\s*<button[^>]*value="CreditCard"/.exec(menu)?.[1] ?? '';
  const page = await fetch(choice, {
    method: 'POST',
    body: new URLSearchParams({ instrument: 'CreditCard' }),
  });
  const form = (await page.text()).split(/<form/i).find((part) => part.includes('cc-number')) ?? '';
  const action = /action="([^"]*)"/.exec(form)?.[1] ?? '';
  const fields = new URLSearchParams();
  const typed: Record<string, string> = { 'cc-number': cardNumber, 'cc-exp': '12/39', 'cc-csc': '123' };
  for (const [tag] of form.split(/<\/form>/i, 1)[0]?.matchAll(/<input[^>]*>/gi) ?? []) {
    const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    fields.set(attribute('name'), typed[attribute('autocomplete')] ?? attribute('value'));
  }
  const reply = await fetch(action, { method: 'POST', body: fields, redirect: 'manual' });
  return reply.headers.get('location') ?? '';
}

/** Strikes once. */
async function fault(name: string, value: string, of: string): Promise<void> {
  const reply = await fetch(`${origin}/faults/api`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ party: 'payex', name, value, reference: of, times: 1 }),
  });
  expect(reply.status).toBe(200);
}

async function expectError(call: Promise<unknown>, expected: object): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PayexError);
  expect(error).toMatchObject(expected);
}

/** Its origin; rejects with what it said when it does not come up. */
function startSandbox(): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
      cwd: ROOT,
      env: { ...process.env, SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    sandbox = child;
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const ready = /sandbox ready (\S+)/.exec(output)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.stderr.on('data', (chunk) => {
      output += String(chunk);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`the sandbox did not start: ${output.slice(-500)}`)));
  });
}

async function startReceiver(): Promise<string> {
  receiver = createServer((incoming, reply) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += String(chunk);
    });
    incoming.on('end', () => {
      const token = new URL(incoming.url ?? '', 'http://localhost').searchParams.get('t');
      received.push({ token, callback: parseCallback(body) });
      reply.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  return `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/hook`;
}
