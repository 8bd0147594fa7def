import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ContractSandbox,
  deadOrigin,
  expectErrorOf,
  startContractSandbox,
} from '../testing/contract-sandbox.ts';
import {
  type DibsClient,
  type DibsClientOptions,
  DibsError,
  DibsMessageError,
  type PaymentForm,
  type PaymentWindowRequest,
  readCapture,
} from './index.ts';
import { enter, walkThrough } from './testing/browser.ts';
import { KEY, newClient, newOrder } from './testing/contract-client.ts';

/*
 * The client against the project's simulated DIBS, over real HTTP. The sandbox shares no code with this folder;
 * both follow the same reference, so agreement here means something.
 */
const GOOD_CARD = '4711100000000000';
const DECLINED_CARD = '4711000000000000';
const REFUSES_CAPTURE = '4711100000000001';

let sandbox: ContractSandbox;
let dibs: DibsClient;

beforeAll(async () => {
  sandbox = await startContractSandbox();
  dibs = client();
});
afterAll(() => sandbox?.close());

const expectError = expectErrorOf(DibsError);
const book = (orderId: string) => sandbox.ask<{ captures: object[] }>('GET', `/dibs/books/${orderId}`);
const fault = (body: object) => sandbox.ask('PUT', '/faults/api', { party: 'dibs', ...body });

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
      .poll(() => sandbox.received.filter(({ body }) => body.includes('liar')).map(problemOfOne), {
        timeout: 10_000,
      })
      .toEqual(['wrong_mac']);
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
    const nobody = client({ apiBaseUrl: await deadOrigin() });
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
    await sandbox.ask('POST', '/dibs/books/waits/settle', {});
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

const client = (more: Partial<DibsClientOptions> = {}) => newClient(sandbox.origin, more);
const order = (orderId: string, more: Partial<PaymentWindowRequest> = {}) =>
  newOrder(orderId, { callbackUrl: sandbox.receiverUrl, ...more });

/** What was told by callback of an order, and holds. */
const mine = (orderId: string) =>
  sandbox.received
    .filter(({ body }) => problemOf(body) === undefined)
    .map(({ body }) => dibs.paymentWindow.receive(body))
    .filter((message) => message.orderId === orderId);

async function paid(orderId: string, more: Partial<PaymentWindowRequest> = {}, card = GOOD_CARD) {
  const { message } = await pay(dibs.paymentWindow.createForm(order(orderId, more)), { card });
  if (!message.transactionId) throw new Error('no transaction');
  return { message, transactionId: message.transactionId };
}

/** The payer's way through the window, and the message that the browser brings back. */
async function pay(form: PaymentForm, how: { card?: string; leave?: boolean } = {}) {
  const { action, body } = await walkThrough(form, { card: GOOD_CARD, ...how });
  return {
    action,
    body,
    get message() {
      return dibs.paymentWindow.receive(body);
    },
  };
}

const problemOfOne = ({ body }: { body: string }) => problemOf(body);

function problemOf(body: string): string | undefined {
  try {
    dibs.paymentWindow.receive(body);
    return undefined;
  } catch (error) {
    return error instanceof DibsMessageError ? error.problem : String(error);
  }
}
