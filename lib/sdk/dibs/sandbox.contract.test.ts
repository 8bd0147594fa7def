import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createDibsClient,
  type DibsClient,
  type DibsClientOptions,
  DibsError,
  type DibsMessage,
  DibsMessageError,
  type PaymentForm,
  type PaymentWindowRequest,
  readCapture,
} from './index.ts';

/*
 * The client against the project's simulated DIBS, over real HTTP. The sandbox shares no code with this folder;
 * both follow the same reference, so agreement here means something.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MERCHANT = '90100001';
const KEY = '53616e64626f782d444942532d6b6579206e756d6265722031206f6e6c7920666f722074657374696e67';
const GOOD_CARD = '4711100000000000';
const DECLINED_CARD = '4711000000000000';
const REFUSES_CAPTURE = '4711100000000001';

let sandbox: ChildProcess | undefined;
let origin = '';
let receiver: Server;
let receiverUrl = '';
let dibs: DibsClient;
const received: { body: string; message: DibsMessage | string }[] = [];

beforeAll(async () => {
  origin = await startSandbox();
  dibs = client();
  receiverUrl = await startReceiver();
});

afterAll(() => {
  sandbox?.kill('SIGTERM');
  receiver?.close();
});

describe('the client against the sandbox', () => {
  it('has its form accepted, is paid, and comes back by a POST whose MAC holds', async () => {
    const request = order('paid', { custom: { s_attempt: 'æøå & co' } });
    const { message, action } = await pay(dibs.paymentWindow.createForm(request));
    expect(action).toBe(request.acceptReturnUrl);
    expect(message).toMatchObject({
      status: 'ACCEPTED',
      orderId: 'paid',
      cardTypeName: 'VISA',
      cardNumberMasked: '471110******0000',
      test: true,
      custom: { s_attempt: 'æøå & co' },
    });
    expect(dibs.paymentWindow.compare(message, { orderId: 'paid', amount: 60000, currency: 'NOK' })).toEqual(
      [],
    );
    expect(readCapture(message)).toBe('reserved');
  });

  it('gets the same message by callback, and knows it for the same', async () => {
    const { message } = await pay(dibs.paymentWindow.createForm(order('hooks')));
    await expect.poll(() => mine('hooks').length, { timeout: 10_000 }).toBe(1);
    expect(mine('hooks')[0]?.fingerprint).toBe(message.fingerprint);
  });

  it('carries rows, payer, language and every letter there is through form, browser and back', async () => {
    const request = order('everything', {
      language: 'nb_NO',
      payTypes: ['MC', 'VISA', 'V-DK'],
      billing: { FirstName: 'Kari «"\' <b>', LastName: 'Ødegård & sønn', PostalPlace: '東京 😀' },
      rows: [
        {
          quantity: '1',
          unitCode: 'stk',
          description: 'Gebyr; år',
          amount: 60000,
          itemId: 'G;1',
          vatAmount: 0,
        },
      ],
      yourRef: '100 % + 1 = 2',
    });
    const { message } = await pay(dibs.paymentWindow.createForm(request));
    expect(message.raw).toMatchObject({
      billingFirstName: 'Kari «"\' <b>',
      billingLastName: 'Ødegård & sønn',
      billingPostalPlace: '東京 😀',
      oiRow1: '1;stk;Gebyr\\; år;60000;G\\;1;0',
      yourRef: '100 % + 1 = 2',
    });
  });

  it('is refused with another key, and with a form that was changed on its way', async () => {
    const stranger = client({ macKey: KEY.replace('53', '54') });
    expect((await enter(stranger.paymentWindow.createForm(order('stranger')))).status).toBe(400);
    const form = dibs.paymentWindow.createForm(order('changed'));
    const fields = form.fields.map((field) => (field.name === 'amount' ? { ...field, value: '1' } : field));
    const page = await enter({ ...form, fields });
    expect(await page.text()).toContain('MAC: not valid');
  });

  it('does not believe a wrong MAC, neither from the browser nor by callback', async () => {
    await fault({ name: 'return', value: 'wrong-signature', reference: 'liar' });
    await fault({ name: 'webhook', value: 'wrong-signature', reference: 'liar' });
    const { body } = await pay(dibs.paymentWindow.createForm(order('liar')));
    expect(problemOf(body)).toBe('wrong_mac');
    await expect
      .poll(() => received.find((one) => one.body.includes('liar'))?.message, { timeout: 10_000 })
      .toBe('wrong_mac');
  });

  it('sees another amount, another currency, an unknown word; a fee is no difference', async () => {
    for (const [name, value, expected] of [
      ['amount', 'wrong', ['amount']],
      ['currency', 'wrong', ['currency']],
      ['status', 'unknown', []],
      ['amount', 'fee', []],
      ['amount', 'fee-original', []],
    ] as const) {
      const orderId = `${name}-${value}`;
      await fault({ name, value, reference: orderId });
      const { message } = await pay(dibs.paymentWindow.createForm(order(orderId)));
      expect(dibs.paymentWindow.compare(message, { orderId, amount: 60000, currency: 'NOK' })).toEqual(
        expected,
      );
      expect(message.status).toBe(name === 'status' ? 'unknown' : 'ACCEPTED');
    }
  });

  it('reads cancelled and declined from the cancel address', async () => {
    for (const [card, status] of [
      ['', 'CANCELLED'],
      [DECLINED_CARD, 'DECLINED'],
    ] as const) {
      const { message, action } = await pay(dibs.paymentWindow.createForm(order(status)), {
        card,
        leave: true,
      });
      expect(action).toBe(order('x').cancelReturnUrl);
      expect(message).toMatchObject({ status, orderId: status });
      expect(message.transactionId).toBeUndefined();
    }
  });

  it('reserves, captures once, refunds in parts to the last øre', async () => {
    const { transactionId } = await paid('reserve');
    await dibs.transactions.capture({ transactionId, amount: 60000 });
    await expectError(dibs.transactions.capture({ transactionId, amount: 60000 }), {
      code: 'DIBS_DECLINED',
      outcome: 'refused',
      declineReason: '1',
    });
    await dibs.transactions.refund({ transactionId, amount: 10000 });
    await expectError(dibs.transactions.refund({ transactionId, amount: 50001 }), { code: 'DIBS_DECLINED' });
    await dibs.transactions.refund({ transactionId, amount: 50000 });
    expect(await book('reserve')).toMatchObject({ captured: 60000, refunded: 60000 });
  });

  it('cancels a reservation, and then nothing can be captured', async () => {
    const { transactionId } = await paid('cancel');
    await dibs.transactions.cancel({ transactionId });
    await expectError(dibs.transactions.capture({ transactionId, amount: 60000 }), { outcome: 'refused' });
    expect(await book('cancel')).toMatchObject({ cancelled: 60000, captured: 0 });
  });

  it('knows a capture that fails, asked for at once or afterwards', async () => {
    const { transactionId } = await paid('no-capture', {}, REFUSES_CAPTURE);
    await expectError(dibs.transactions.capture({ transactionId, amount: 60000 }), { outcome: 'refused' });
    const { message } = await paid('no-capture-now', { captureNow: true }, REFUSES_CAPTURE);
    expect([message.status, readCapture(message)]).toEqual(['ACCEPTED', 'unknown']);
    expect(readCapture((await paid('capture-now', { captureNow: true })).message)).toBe('captured');
  });

  it('never repeats a capture whose reply was lost, and settles it by asking once more', async () => {
    const { transactionId } = await paid('lost');
    const capture = { transactionId, amount: 60000 };
    await fault({ name: 'capture', value: 'lost-after-commit', reference: 'lost', times: 1 });
    await expectError(dibs.transactions.capture(capture), { code: 'DIBS_CONNECTION', outcome: 'unknown' });
    // It went through, so the provider declines: no proof for the client, and no second capture in the books.
    await expectError(dibs.transactions.capture(capture, { earlierUnknown: true }), { outcome: 'unknown' });
    expect((await book('lost')).captures).toHaveLength(1);

    const other = await paid('lost-before');
    await fault({ name: 'capture', value: 'lost-before-commit', reference: 'lost-before', times: 1 });
    const second = { transactionId: other.transactionId, amount: 60000 };
    await expectError(dibs.transactions.capture(second), { outcome: 'unknown' });
    expect((await dibs.transactions.capture(second, { earlierUnknown: true })).status).toBe('ACCEPT');
    expect((await book('lost-before')).captures).toHaveLength(1);
  });

  it('never repeats a refund whose reply was lost', async () => {
    const { transactionId } = await paid('lost-refund', { captureNow: true });
    await fault({ name: 'refund', value: 'lost-after-commit', reference: 'lost-refund', times: 1 });
    await expectError(dibs.transactions.refund({ transactionId, amount: 100 }), { outcome: 'unknown' });
    expect(await book('lost-refund')).toMatchObject({ refunded: 100 });
  });

  it('repeats over a 429, not over a 500, and says not_sent when nobody listens', async () => {
    const { transactionId } = await paid('flaky');
    await fault({ name: 'capture', value: '500', reference: 'flaky', times: 1 });
    await expectError(dibs.transactions.capture({ transactionId, amount: 60000 }), { code: 'DIBS_SERVER' });
    await fault({ name: 'capture', value: '429', reference: 'flaky', times: 1 });
    expect((await dibs.transactions.capture({ transactionId, amount: 60000 })).status).toBe('ACCEPT');
    const closed = createServer();
    const port = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));
    const nobody = client({ apiBaseUrl: `http://127.0.0.1:${port}` });
    await expectError(nobody.transactions.cancel({ transactionId }), { outcome: 'not_sent' });
  });

  it('tells queued from done, and a wrong key from a wrong transaction', async () => {
    const { transactionId } = await paid('queue');
    await fault({ name: 'capture', value: 'pending', reference: 'queue' });
    expect((await dibs.transactions.capture({ transactionId, amount: 60000 })).status).toBe('PENDING');
    await expectError(dibs.transactions.capture({ transactionId: '999', amount: 1 }), {
      code: 'DIBS_DECLINED',
    });
    const stranger = client({ macKey: KEY.replace('53', '54') });
    await expectError(stranger.transactions.cancel({ transactionId }), {
      code: 'DIBS_API',
      outcome: 'unknown',
    });
  });

  it('pays again by a ticket', async () => {
    const { message } = await paid('ticket', { createTicket: true });
    const again = await dibs.transactions.authorizeTicket({
      ticketId: message.ticketId ?? '',
      orderId: 'ticket-2',
      amount: 500,
      currency: 'NOK',
    });
    await dibs.transactions.capture({ transactionId: again.transactionId, amount: 500 });
    expect(await book('ticket-2')).toMatchObject({ captured: 500 });
  });

  it('hears PENDING first and ACCEPTED later, and ACCEPTED after DECLINED', async () => {
    await fault({ name: 'outcome', value: 'pending', reference: 'waits' });
    const { message } = await pay(dibs.paymentWindow.createForm(order('waits')));
    expect(message.status).toBe('PENDING');
    await call('POST', '/dibs/books/waits/settle', {});
    await expect
      .poll(() => mine('waits').map(({ status }) => status), { timeout: 10_000 })
      .toEqual(['PENDING', 'ACCEPTED']);
    await fault({ name: 'decline', value: 'told', reference: 'late' });
    const form = dibs.paymentWindow.createForm(order('late', { captureNow: true }));
    await pay(form, { card: DECLINED_CARD, leave: false });
    await pay(form);
    await expect
      .poll(() => mine('late').map(({ status }) => status), { timeout: 10_000 })
      .toEqual(['DECLINED', 'ACCEPTED']);
  });
});

function client(more: Partial<DibsClientOptions> = {}): DibsClient {
  return createDibsClient({
    merchantId: MERCHANT,
    macKey: KEY,
    test: true,
    windowUrl: `${origin}/dibs/dpw/entrypoint`,
    apiBaseUrl: `${origin}/dibs`,
    timeoutMs: 5000,
    retryDelay: async () => undefined,
    ...more,
  });
}

function order(orderId: string, more: Partial<PaymentWindowRequest> = {}): PaymentWindowRequest {
  return {
    orderId,
    amount: 60000,
    currency: 'NOK',
    acceptReturnUrl: 'http://localhost:3000/return?a=1&b=2',
    cancelReturnUrl: 'http://localhost:3000/cancel',
    callbackUrl: receiverUrl,
    ...more,
  };
}

const mine = (orderId: string) =>
  received.flatMap(({ message }) =>
    typeof message === 'object' && message.orderId === orderId ? [message] : [],
  );

async function paid(orderId: string, more: Partial<PaymentWindowRequest> = {}, card = GOOD_CARD) {
  const { message } = await pay(dibs.paymentWindow.createForm(order(orderId, more)), { card });
  if (!message.transactionId) throw new Error('no transaction');
  return { message, transactionId: message.transactionId };
}

/** A browser without JavaScript: posts the form, fills in the card, presses the button that leads back. */
async function pay(form: PaymentForm, { card = GOOD_CARD, leave = false } = {}) {
  const entered = await enter(form);
  const window = await follow(entered);
  const html = await window.text();
  const [payForm = '', leaveForm = ''] = html.match(/<form[^>]*(?:pay|leave)"[\s\S]*?<\/form>/g) ?? [];
  let page = window;
  if (card !== '') {
    const typed = { cardNumber: card, expiry: '06/24', cvc: '684', threeDSecure: 'frictionless' };
    page = await follow(await submit(payForm, typed));
  }
  if (leave) page = await follow(await submit(leaveForm));
  const last = await page.text();
  const { action, fields } = readForm(last.slice(Math.max(0, last.indexOf('<form'))));
  const body = new URLSearchParams(fields).toString();
  return {
    action,
    body,
    get message() {
      return dibs.paymentWindow.receive(body);
    },
  };
}

function enter({ action, fields }: PaymentForm): Promise<Response> {
  const body = new URLSearchParams(fields.map(({ name, value }) => [name, value]));
  return fetch(action, { method: 'POST', body, redirect: 'manual' });
}

function submit(markup: string, typed: Record<string, string> = {}): Promise<Response> {
  const { action, fields } = readForm(markup);
  const body = new URLSearchParams({ ...Object.fromEntries(fields), ...typed });
  return fetch(action, { method: 'POST', body, redirect: 'manual' });
}

function follow(reply: Response): Promise<Response> {
  return fetch(reply.headers.get('location') ?? '');
}

function readForm(markup: string): { action: string; fields: [string, string][] } {
  const text = (escaped: string) =>
    escaped.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  const inputs = markup.split('</form>')[0]?.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g) ?? [];
  return {
    action: text(/action="([^"]*)"/.exec(markup)?.[1] ?? ''),
    fields: [...inputs].map(([, name = '', value = '']): [string, string] => [text(name), text(value)]),
  };
}

function problemOf(body: string): string | undefined {
  try {
    dibs.paymentWindow.receive(body);
    return undefined;
  } catch (error) {
    return error instanceof DibsMessageError ? error.problem : String(error);
  }
}

const book = async (orderId: string) => (await call('GET', `/dibs/books/${orderId}`)).json();
const fault = (body: object) => call('PUT', '/faults/api', { party: 'dibs', ...body });

async function call(method: string, path: string, body?: object): Promise<Response> {
  const reply = await fetch(`${origin}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  expect(reply.status).toBe(200);
  return reply;
}

async function expectError(failing: Promise<unknown>, expected: object): Promise<void> {
  const error = await failing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DibsError);
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
      received.push({ body, message: problemOf(body) ?? dibs.paymentWindow.receive(body) });
      reply.writeHead(200).end();
    });
  });
  return `http://127.0.0.1:${await listen(receiver)}/hook`;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
}
