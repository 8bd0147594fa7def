import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPayex } from './testing/start-payex.ts';

let sandbox: Awaited<ReturnType<typeof startPayex>>;
beforeAll(async () => {
  sandbox = await startPayex();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

const missing = '/psp/paymentorders/00000000-0000-4000-8000-000000000000';
const card = async (more: object = {}) => {
  const id = await sandbox.create(more);
  await sandbox.pay(id, { instrument: 'CreditCard' });
  return id;
};
const money = (amount: number, payeeReference = sandbox.reference()) => ({
  transaction: { description: 'Gebyr', amount, vatAmount: 0, payeeReference },
});
const idOf = (json: { type: string }) => json.type.split('/errordetail/')[1];

describe('the door', () => {
  test('401 without or with a wrong token', async () => {
    for (const authorization of ['', 'sandbox-payex-access-token', 'Bearer wrong']) {
      expect(await sandbox.call('GET', missing, undefined, { authorization })).toMatchObject({ status: 401 });
    }
  });

  test('400 without version 3.1', async () => {
    const create = await sandbox.call('POST', '/psp/paymentorders', sandbox.body(), {
      'content-type': 'application/json',
    });
    expect(create).toMatchObject({ status: 400, type: expect.stringContaining('application/problem+json') });
    expect(idOf(create.json)).toBe('paymentorders/inputerror');
    expect(await sandbox.call('GET', missing, undefined, { accept: '*/*' })).toMatchObject({ status: 400 });
  });

  test('404 for what is not there, also when it is another merchant’s', async () => {
    expect(await sandbox.call('GET', missing)).toMatchObject({ status: 404 });
    const id = await sandbox.create();
    const authorization = 'Bearer sandbox-payex-access-token-2';
    const other = await sandbox.call('GET', id, undefined, { authorization });
    expect(other).toMatchObject({ status: 404 });
    expect(idOf(other.json)).toBe('paymentorders/notfound');
    expect(await sandbox.call('GET', `${id}/nothing`)).toMatchObject({ status: 404 });
  });

  test('400 for a body that is not JSON', async () => {
    expect(await sandbox.call('POST', '/psp/paymentorders', '{')).toMatchObject({ status: 400 });
  });
});

describe('create', () => {
  test.each([
    ['a fraction', { amount: 599.8 }, 'PaymentOrder.Amount'],
    ['no amount', { amount: 0 }, 'PaymentOrder.Amount'],
    ['VAT above the amount', { vatAmount: 60001 }, 'VatAmount'],
    ['a long description', { description: 'x'.repeat(41) }, 'PaymentOrder.Description'],
    ['no description', { description: '' }, 'PaymentOrder.Description'],
    ['the product name of v3.0', { productName: 'Checkout3' }, 'PaymentOrder.ProductName'],
    ['no payee', { payeeInfo: {} }, 'PaymentOrder.PayeeInfo.PayeeId'],
    ['no addresses', { urls: { hostUrls: [] } }, 'PaymentOrder.Urls.HostUrls'],
    ['lines that do not sum up', { orderItems: [item(59999)] }, 'OrderItems'],
    ['Swish in NOK', { instrument: 'Swish' }, 'PaymentOrder.Currency'],
  ])('refuses %s', async (_, more, name) => {
    const { status, json } = await sandbox.call('POST', '/psp/paymentorders', sandbox.body(more));
    expect(status).toBe(400);
    expect(json.problems.map((problem: { name: string }) => problem.name)).toContain(name);
  });

  test('refuses a payee reference that has been used', async () => {
    const body = sandbox.body();
    expect(await sandbox.call('POST', '/psp/paymentorders', body)).toMatchObject({ status: 201 });
    const again = await sandbox.call('POST', '/psp/paymentorders', body);
    expect(again).toMatchObject({ status: 400 });
    expect(idOf(again.json)).toBe('paymentorders/inputerror');
  });

  test('refuses another payee than the token’s, and what the contract does not have', async () => {
    const info = { payeeId: 'f0cf6c6c-1f24-4a4e-8f2b-2b7c1b7a9d02', payeeReference: sandbox.reference() };
    expect(await sandbox.call('POST', '/psp/paymentorders', sandbox.body({ payeeInfo: info }))).toMatchObject(
      {
        status: 403,
      },
    );
    const second = { authorization: 'Bearer sandbox-payex-access-token-2' };
    const mode = await sandbox.call(
      'POST',
      '/psp/paymentorders',
      sandbox.body({ payeeInfo: info, instrument: 'CreditCard' }),
      second,
    );
    expect([mode.status, idOf(mode.json)]).toEqual([403, 'paymentorders/configurationerror']);
  });

  test('offers instruments by currency, contract and instrument mode', async () => {
    const offered = async (more: object) =>
      (await sandbox.get(await sandbox.create(more))).paymentOrder.availableInstruments;
    expect(await offered({})).toEqual(['CreditCard', 'Vipps', 'Invoice-PayExFinancingNo']);
    expect(await offered({ currency: 'SEK' })).toEqual(['CreditCard', 'Swish', 'Invoice-PayExFinancingSe']);
    expect(await offered({ currency: 'EUR' })).toEqual(['CreditCard']);
    expect(await offered({ instrument: 'Vipps' })).toEqual(['Vipps']);
  });
});

describe('operations', () => {
  const open = ['redirect-checkout', 'view-checkout', 'update-order', 'abort', 'abort-paymentattempt'];

  test('are those of the state', async () => {
    const id = await sandbox.create();
    expect(await sandbox.rels(id)).toEqual(open);
    expect(await sandbox.rels(await sandbox.create({ instrument: 'Vipps' }))).toEqual([
      ...open,
      'set-instrument',
    ]);
    await sandbox.pay(id);
    expect(await sandbox.rels(id)).toEqual(['capture', 'cancel']);
    await sandbox.follow(id, 'capture', money(20000));
    expect(await sandbox.rels(id)).toEqual(['capture', 'cancel', 'reversal']);
    await sandbox.follow(id, 'cancel', {
      transaction: { description: 'x', payeeReference: sandbox.reference() },
    });
    expect(await sandbox.rels(id)).toEqual(['reversal']);
    await sandbox.follow(id, 'reversal', money(20000));
    expect(await sandbox.rels(id)).toEqual([]);
  });

  test('a sale has no capture', async () => {
    const id = await sandbox.create({ currency: 'SEK' });
    await sandbox.pay(id, { instrument: 'Swish' });
    expect(await sandbox.rels(id)).toEqual(['reversal']);
    const forced = await sandbox.call('POST', `${id}/captures`, money(60000));
    expect([forced.status, idOf(forced.json)]).toEqual([403, 'paymentorders/forbidden']);
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0, charged: 60000 });
  });

  test('nothing can be aborted while the payer is in an app, and everything after it', async () => {
    const id = await sandbox.create();
    await sandbox.pay(id, { instrument: 'Vipps', app: 'wait' });
    expect(await sandbox.rels(id)).toEqual(['redirect-checkout', 'view-checkout', 'abort-paymentattempt']);
    const abort = { paymentorder: { operation: 'Abort', abortReason: 'CancelledByConsumer' } };
    expect(await sandbox.call('PATCH', id, abort)).toMatchObject({ status: 403 });
    const attempt = { paymentorder: { operation: 'PaymentAttemptAborted', abortReason: 'AbortedByUI' } };
    expect(await sandbox.call('PATCH', id, attempt)).toMatchObject({ status: 200 });
    const aborted = await sandbox.call('PATCH', id, abort);
    expect(aborted.json).toMatchObject({
      paymentOrder: { status: 'Aborted' },
      operations: [{ rel: 'redirect-checkout' }],
    });
    expect((await sandbox.get(id)).paymentOrder.aborted.abortReason).toBe('CancelledByConsumer');
    expect(await sandbox.pay(id)).toMatchObject({ outcome: 'terminated' });
  });

  test('the order and the instrument change while it is open', async () => {
    const id = await sandbox.create({ instrument: 'Vipps' });
    await sandbox.follow(id, 'update-order', {
      paymentorder: { operation: 'UpdateOrder', amount: 500, vatAmount: 0 },
    });
    const mode = { paymentorder: { operation: 'SetInstrument', instrument: 'CreditCard' } };
    expect(await sandbox.follow(id, 'set-instrument', mode)).toMatchObject({
      json: { paymentOrder: { amount: 500, instrument: 'CreditCard', instrumentMode: true } },
    });
    expect(
      await sandbox.call('PATCH', id, { paymentorder: { operation: 'SetInstrument', instrument: 'Swish' } }),
    ).toMatchObject({ status: 400 });
    await sandbox.pay(id);
    expect(
      await sandbox.call('PATCH', id, {
        paymentorder: { operation: 'UpdateOrder', amount: 1, vatAmount: 0 },
      }),
    ).toMatchObject({ status: 403 });
  });
});

describe('money', () => {
  test('capture in parts, never above', async () => {
    const id = await card();
    expect(await sandbox.follow(id, 'capture', money(60001))).toMatchObject({ status: 400 });
    const part = await sandbox.follow(id, 'capture', money(20000));
    expect(part.json.paymentOrder).toMatchObject({
      status: 'Paid',
      remainingCaptureAmount: 40000,
      remainingCancellationAmount: 40000,
      remainingReversalAmount: 20000,
    });
    await sandbox.follow(id, 'capture', money(40000));
    expect(await sandbox.call('POST', `${id}/captures`, money(1))).toMatchObject({ status: 403 });
    expect(await sandbox.book(id)).toMatchObject({ reserved: 60000, charged: 60000 });
  });

  test('the same payee reference captures once', async () => {
    const id = await card();
    const body = money(100);
    expect(await sandbox.follow(id, 'capture', body)).toMatchObject({ status: 200 });
    expect(await sandbox.follow(id, 'capture', body)).toMatchObject({ status: 400 });
    expect(await sandbox.book(id)).toMatchObject({ charged: 100, charges: [{}] });
  });

  test('reversed in parts to the last øre, and not one more', async () => {
    const id = await card();
    await sandbox.follow(id, 'capture', money(60000));
    await sandbox.follow(id, 'reversal', money(10000));
    expect((await sandbox.get(id)).paymentOrder).toMatchObject({
      status: 'Paid',
      remainingReversalAmount: 50000,
    });
    expect(await sandbox.follow(id, 'reversal', money(50001))).toMatchObject({ status: 400 });
    const last = await sandbox.follow(id, 'reversal', money(50000));
    expect(last.json).toMatchObject({
      paymentOrder: { status: 'Reversed', remainingReversalAmount: 0 },
      operations: [],
    });
    const { paymentOrder } = await sandbox.get(id);
    expect(paymentOrder.reversed).toMatchObject({ instrument: 'CreditCard', amount: 60000 });
    const types = paymentOrder.financialTransactions.financialTransactionsList.map(
      ({ type }: { type: string }) => type,
    );
    expect(types).toEqual(['Authorization', 'Capture', 'Reversal', 'Reversal']);
  });

  test('cancelled as a whole only', async () => {
    const id = await card();
    const cancel = { transaction: { description: 'Angret', payeeReference: sandbox.reference() } };
    expect((await sandbox.follow(id, 'cancel', cancel)).json.paymentOrder.status).toBe('Cancelled');
    expect((await sandbox.get(id)).paymentOrder.cancelled).toMatchObject({ amount: 60000 });
    expect(await sandbox.book(id)).toMatchObject({ reserved: 60000, cancelled: 60000, charged: 0 });
  });

  test('a no after the purchase is listed there, and changes nothing', async () => {
    const id = await card();
    sandbox.fault('charge', 'refused', { times: 1 });
    const refused = await sandbox.follow(id, 'capture', money(60000));
    expect([refused.status, idOf(refused.json)]).toEqual([403, 'creditcard/acquirererror']);
    const { paymentOrder } = await sandbox.get(id, 'postpurchasefailedattempts');
    expect(paymentOrder).toMatchObject({
      remainingCaptureAmount: 60000,
      postPurchaseFailedAttempts: { postpurchaseFailedAttemptList: [{ type: 'Capture', status: 'Failed' }] },
    });
  });
});

test('the parts have addresses of their own', async () => {
  const id = await card();
  const { json } = await sandbox.call('GET', id);
  expect(json.paymentOrder.paid).toEqual({ id: `${id}/paid` });
  const paid = await sandbox.call('GET', json.paymentOrder.paid.id);
  expect(paid.json).toMatchObject({ paymentorder: id, paid: { instrument: 'CreditCard', amount: 60000 } });
  expect((await sandbox.call('GET', json.paymentOrder.payer.id)).json.payer.id).toBe(`${id}/payers`);
});

test('books outlive the process when there is a data file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'payex-'));
  const dataFile = join(folder, 'books.json');
  const first = await startPayex({ dataFile });
  const id = await first.create();
  first.fault('outcome', 'paid-after-failed', { times: 1 });
  await first.pay(id);
  expect(await first.book(id)).toMatchObject({ status: 'Failed', late: true });
  await first.close();
  const second = await startPayex({ dataFile });
  await expect.poll(async () => (await second.book(id)).status, { timeout: 10_000 }).toBe('Paid');
  await second.close();
  rmSync(folder, { recursive: true });
});

function item(amount: number) {
  return {
    reference: 'GEBYR-1',
    name: 'Behandlingsgebyr',
    type: 'SERVICE',
    class: 'Gebyr',
    quantity: 1,
    quantityUnit: 'stk',
    unitPrice: amount,
    vatPercent: 2500,
    amount,
    vatAmount: 12000,
  };
}
