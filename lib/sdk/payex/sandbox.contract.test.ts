import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fillCardForm } from '../testing/card-form.ts';
import { type ContractSandbox, expectErrorOf, startContractSandbox } from '../testing/contract-sandbox.ts';
import {
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
const TOKEN = 'contractTest1234';
const PAYEE_ID = '5cabf558-5283-482f-b252-4d58e06f6f3b';

let sandbox: ContractSandbox;
let payex: PayexClient['paymentOrders'];
let count = 0;

beforeAll(async () => {
  sandbox = await startContractSandbox();
  payex = connect('sandbox-payex-access-token');
});
afterEach(() => sandbox.ask('DELETE', '/faults/api'));
afterAll(() => sandbox?.close());

const expectError = expectErrorOf(PayexError);
/** Strikes once. */
const fault = (name: string, value: string, reference: string) =>
  sandbox.ask('PUT', '/faults/api', { party: 'payex', name, value, reference, times: 1 });
const at = (id: string) => `/payex/books/${encodeURIComponent(id)}`;
const book = (id: string) => sandbox.ask('GET', at(id));
/** Pays without a browser. */
const pay = (id: string, body: object = {}) => sandbox.ask('POST', `${at(id)}/pay`, body);

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
    const mine = () =>
      sandbox.received
        .map(({ url, body }) => ({ token: url.searchParams.get('t'), callback: parseCallback(body) }))
        .filter(({ callback }) => callback.paymentOrderId === id);
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
    await sandbox.ask('DELETE', '/faults/api');
    expect(await book(id)).toMatchObject({ charged: 20000, charges: [{}] });
  });

  it('says unknown when the create’s reply is lost, and makes no second one', async () => {
    await fault('create', 'lost-after-commit', 'lost-create');
    const payeeInfo = { payeeReference: reference(), orderReference: 'lost-create' };
    await expectError(payex.create(request({ payeeInfo })), { code: 'PAYEX_CONNECTION', outcome: 'unknown' });
    const books = await sandbox.ask<{ reference: string }[]>('GET', '/payex/books');
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
    await sandbox.ask('POST', `${at(id)}/settle`, {});
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
    baseUrl: `${sandbox.origin}/payex`,
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
      callbackUrl: `${sandbox.receiverUrl}?t=${TOKEN}`,
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

/** Chooses card in the menu and fills the form in, as a browser without JavaScript would; gives where it is sent. */
async function payOnPage(redirectUrl: string, cardNumber: string): Promise<string> {
  const menu = await (await fetch(redirectUrl)).text();
  const choice = /action="([^"]*\/instrument)"[^>]*>\s*<button[^>]*value="CreditCard"/.exec(menu)?.[1] ?? '';
  const page = await fetch(choice, {
    method: 'POST',
    body: new URLSearchParams({ instrument: 'CreditCard' }),
  });
  const { action, fields } = fillCardForm(await page.text(), cardNumber);
  const reply = await fetch(action, { method: 'POST', body: fields, redirect: 'manual' });
  return reply.headers.get('location') ?? '';
}
