import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { line, orderBody, startNets } from './testing/start-nets.ts';

let sandbox: Awaited<ReturnType<typeof startNets>>;
beforeAll(async () => {
  sandbox = await startNets();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

const body = (more: Parameters<typeof orderBody>[1] = {}) =>
  orderBody('http://127.0.0.1:9/hook', { events: [], ...more });
const create = (more: Parameters<typeof orderBody>[1] = {}) => sandbox.create(body(more));
const reserved = async (more: Parameters<typeof orderBody>[1] = {}, card?: string) => {
  const id = await create(more);
  await sandbox.pay(id, card ? { card } : {});
  return id;
};

describe('keys', () => {
  test.each(['', 'wrong', 'Bearer sandbox-nets-secret-key', 'Basic sandbox-nets-secret-key'])(
    '%j gives 401 and no body',
    async (key) => {
      const reply = await sandbox.call('POST', '/v1/payments', body(), { authorization: key });
      expect(reply).toMatchObject({ status: 401, text: '' });
    },
  );

  test("another merchant's payment is not there", async () => {
    const id = await reserved();
    const other = { authorization: 'sandbox-nets-secret-key-2' };
    expect(await sandbox.call('GET', `/v1/payments/${id}`, undefined, other)).toMatchObject({ status: 404 });
    expect(await sandbox.call('POST', `/v1/payments/${id}/charges`, { amount: 60000 }, other)).toMatchObject({
      status: 404,
    });
    expect(await sandbox.book(id)).toMatchObject({ charged: 0 });
  });
});

describe('create', () => {
  test('answers with an id of 32 hex characters and the page', async () => {
    const { status, json } = await sandbox.call('POST', '/v1/payments', body());
    expect(status).toBe(201);
    expect(json.paymentId).toMatch(/^[0-9a-f]{32}$/);
    expect(json.hostedPaymentPageUrl).toContain(
      `/nets/hostedpaymentpage/?checkoutKey=sandbox-nets-checkout-key&paymentId=${json.paymentId}`,
    );
  });

  test('an embedded checkout has no page', async () => {
    const checkout = { url: 'https://portal.example/pay', termsUrl: 'https://portal.example/vilkar' };
    const { json } = await sandbox.call('POST', '/v1/payments', { ...body(), checkout });
    expect(Object.keys(json)).toEqual(['paymentId']);
  });

  const order = body().order;
  const withItem = (item: object) => ({ order: { ...order, items: [{ ...line(60000), ...item }] } });
  test.each([
    ['order.items[0].name', withItem({ name: 'x'.repeat(129) })],
    ['order.items[0].name', withItem({ name: 'Gebyr & avgift' })],
    ['order.items[0].reference', withItem({ reference: '<b>' })],
    ['order.items[0].unit', withItem({ unit: undefined })],
    ['order.items[0].quantity', withItem({ quantity: -1 })],
    ['order.items[0].unitPrice', withItem({ unitPrice: 1.5 })],
    ['order.amount', { order: { ...order, amount: '60000' } }],
    ['order.currency', { order: { ...order, currency: 'kr' } }],
    ['order.reference', { order: { ...order, reference: 'x'.repeat(129) } }],
    ['order', { order: undefined }],
    ['checkout.integrationType', { checkout: { ...body().checkout, integrationType: 'hostedPaymentPage' } }],
    ['checkout.returnUrl', { checkout: { ...body().checkout, returnUrl: undefined } }],
    ['checkout.cancelUrl', { checkout: { ...body().checkout, cancelUrl: undefined } }],
    ['checkout.termsUrl', { checkout: { ...body().checkout, termsUrl: undefined } }],
    ['myReference', { myReference: 'x'.repeat(37) }],
    ['notifications.webhooks', { notifications: { webHooks: [], webhooks: [] } }],
    ['notifications.webHooks[0].url', hooks({ url: 'http://portal.example/hook' })],
    ['notifications.webHooks[0].authorization', hooks({ authorization: 'short' })],
    ['notifications.webHooks[0].authorization', hooks({ authorization: 'with-dashes-1' })],
    ['notifications.webHooks[0].eventName', hooks({ eventName: 'payment.paid' })],
    [
      'paymentMethodsConfiguration[0].name',
      { paymentMethodsConfiguration: [{ name: 'visa', enabled: true }] },
    ],
    [
      'paymentMethodsConfiguration',
      {
        paymentMethodsConfiguration: [
          { name: 'Card', enabled: true },
          { name: 'Visa', enabled: true },
        ],
      },
    ],
  ])('names %s when it is wrong', async (name, change) => {
    const { status, json } = await sandbox.call('POST', '/v1/payments', { ...body(), ...change });
    expect(status).toBe(400);
    expect(json.errors).toHaveProperty([name], [expect.any(String)]);
  });

  test('what is not JSON gives 400', async () => {
    expect(await sandbox.call('POST', '/v1/payments', '{"order":')).toMatchObject({
      status: 400,
      json: { errors: {} },
    });
    expect(await sandbox.call('POST', '/v1/payments')).toMatchObject({ status: 400 });
    expect(await sandbox.call('POST', '/v1/payments', 'null')).toMatchObject({ status: 400 });
  });

  test.each([
    ['the amount', { order: { ...order, amount: 60001 } }],
    ['net and tax', withItem({ taxAmount: 12001 })],
    ['price and quantity', withItem({ unitPrice: 47999 })],
  ])('1005 when %s does not add up', async (_what, change) => {
    const { status, json } = await sandbox.call('POST', '/v1/payments', { ...body(), ...change });
    expect(status).toBe(402);
    expect(json).toEqual({ code: '1005', message: expect.any(String), source: 'Internal' });
  });

  test.each([
    [33, '33'],
    [133, '33'],
    [101, '01'],
  ])('magic amount %i raises error %s', async (amount, code) => {
    const reply = await sandbox.call('POST', '/v1/payments', body({ amount }));
    expect(reply).toMatchObject({ status: 402, json: { code } });
  });

  test('amounts 1,00 and 2,00 are ordinary, 3,00 is not delayed', async () => {
    for (const amount of [100, 200, 300]) {
      expect(await sandbox.call('POST', '/v1/payments', body({ amount }))).toMatchObject({ status: 201 });
    }
  });
});

describe('charge, cancel, refund, terminate', () => {
  const act = async (id: string, path: string, content: object, headers = {}) => {
    const { status, json } = await sandbox.call('POST', `/v1/payments/${id}/${path}`, content, headers);
    return json?.code ?? status;
  };

  test('charges in parts, and no more than is reserved', async () => {
    const id = await reserved();
    expect(await act(id, 'charges', { amount: 0 })).toBe('1002');
    expect(await act(id, 'charges', { amount: 60001 })).toBe('1001');
    expect(await act(id, 'charges', { amount: 20000, orderItems: [line(20001)] })).toBe('1005');
    expect(await act(id, 'charges', { amount: 20000, orderItems: [line(20000)] })).toBe(201);
    expect(await act(id, 'charges', { amount: 40001 })).toBe('1001');
    expect(await act(id, 'cancels', { amount: 60000 })).toBe('1008');
    expect(await act(id, 'charges', { amount: 40000 })).toBe(201);
    expect(await act(id, 'charges', { amount: 1 })).toBe('1008');
    expect((await sandbox.get(id)).summary).toEqual({ reservedAmount: 60000, chargedAmount: 60000 });
    expect((await sandbox.get(id)).charges).toHaveLength(2);
  });

  test('nothing to charge or cancel before a reservation', async () => {
    const id = await create();
    expect(await act(id, 'charges', { amount: 60000 })).toBe('1003');
    expect(await act(id, 'cancels', { amount: 60000 })).toBe('1003');
    expect(await act(id, 'refunds', { amount: 60000 })).toBe('1011');
  });

  test('cancels the whole, once', async () => {
    const id = await reserved();
    expect(await act(id, 'cancels', { amount: 100 })).toBe('1007');
    expect(await act(id, 'cancels', { amount: 60000 })).toBe(204);
    expect(await act(id, 'cancels', { amount: 60000 })).toBe('1019');
    expect(await act(id, 'charges', { amount: 60000 })).toBe('1019');
    expect((await sandbox.get(id)).summary).toEqual({ reservedAmount: 60000, cancelledAmount: 60000 });
  });

  test('refunds in parts by payment and by charge', async () => {
    const id = await reserved({ charge: true });
    const chargeId = (await sandbox.get(id)).charges[0].chargeId;
    expect(await act(id, 'refunds', { amount: 0 })).toBe('1009');
    expect(await act(id, 'refunds', { amount: 60001 })).toBe('1009');
    expect(await act(id, 'refunds', { amount: 10000 })).toBe(201);
    const byCharge = await sandbox.call('POST', `/v1/charges/${chargeId}/refunds`, { amount: 50000 });
    expect(byCharge).toMatchObject({
      status: 201,
      json: { refundId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect(await act(id, 'refunds', { amount: 1 })).toBe('1023');
    expect((await sandbox.get(id)).summary).toEqual({
      reservedAmount: 60000,
      chargedAmount: 60000,
      refundedAmount: 60000,
    });
    expect(await sandbox.call('POST', '/v1/charges/0123/refunds', { amount: 1 })).toMatchObject({
      json: { code: '1011' },
    });
  });

  test('the card that refuses charges: 1020, and the reservation stands', async () => {
    const id = await reserved({}, '4925000000000079');
    expect(await act(id, 'charges', { amount: 60000 })).toBe('1020');
    expect((await sandbox.get(id)).summary).toEqual({ reservedAmount: 60000 });
  });

  test('terminates before a reservation only', async () => {
    const open = await create();
    expect(await sandbox.call('PUT', `/v1/payments/${open}/terminate`)).toMatchObject({ status: 204 });
    expect((await sandbox.get(open)).terminated).toBe('2026-01-05T10:00:00.0000+00:00');
    expect(await sandbox.pay(open)).toMatchObject({ outcome: 'terminated' });
    const paid = await reserved();
    expect(await sandbox.call('PUT', `/v1/payments/${paid}/terminate`)).toMatchObject({
      status: 402,
      json: { code: '1004' },
    });
  });

  test('a pending refund can be cancelled, a completed one not', async () => {
    sandbox.fault('refund', 'pending', { times: 1 });
    const id = await reserved({ charge: true });
    const { json } = await sandbox.call('POST', `/v1/payments/${id}/refunds`, { amount: 100 });
    expect(await sandbox.get(id)).toMatchObject({ refunds: [{ state: 'Pending', amount: 100 }] });
    expect((await sandbox.get(id)).summary).not.toHaveProperty('refundedAmount');
    expect(await sandbox.call('POST', `/v1/pending-refunds/${json.refundId}/cancel`)).toMatchObject({
      status: 204,
    });
    expect(await sandbox.get(id)).toMatchObject({ refunds: [{ state: 'Cancelled' }] });
    const done = await sandbox.call('POST', `/v1/payments/${id}/refunds`, { amount: 60000 });
    expect(await sandbox.call('POST', `/v1/pending-refunds/${done.json.refundId}/cancel`)).toMatchObject({
      json: { code: '1025' },
    });
  });

  test('the same idempotency key gives the same answer and acts once', async () => {
    const id = await reserved();
    const key = { 'idempotency-key': 'intent-1' };
    const first = await sandbox.call('POST', `/v1/payments/${id}/charges`, { amount: 1000 }, key);
    const second = await sandbox.call('POST', `/v1/payments/${id}/charges`, { amount: 1000 }, key);
    expect(second).toEqual(first);
    expect(await sandbox.book(id)).toMatchObject({ charged: 1000, charges: [{}] });
    const refund = await sandbox.call('POST', `/v1/payments/${id}/refunds`, { amount: 1000 }, key);
    expect(await sandbox.call('POST', `/v1/payments/${id}/refunds`, { amount: 1000 }, key)).toEqual(refund);
    expect(await sandbox.book(id)).toMatchObject({ refunded: 1000, refunds: [{}] });
    const tooLong = { 'idempotency-key': 'x'.repeat(65) };
    expect(await act(id, 'charges', { amount: 1000 }, tooLong)).toBe(400);
  });
});

describe('changes', () => {
  test('references and order items', async () => {
    const id = await create();
    const put = (what: string, content: object) => sandbox.call('PUT', `/v1/payments/${id}/${what}`, content);
    expect(await put('myreference', { myReference: 'ny' })).toMatchObject({ status: 204 });
    expect(await put('myreference', {})).toMatchObject({ status: 400 });
    expect(
      await put('referenceinformation', { checkoutUrl: 'https://portal.example/x', reference: 'sak-2' }),
    ).toMatchObject({ status: 204 });
    expect(await put('orderitems', { amount: 5000, items: [line(5001)] })).toMatchObject({
      json: { code: '1005' },
    });
    expect(await put('orderitems', { amount: 5000, items: [line(5000)] })).toMatchObject({ status: 204 });
    expect(await sandbox.get(id)).toMatchObject({
      myReference: 'ny',
      orderDetails: { amount: 5000, reference: 'sak-2' },
    });
    await sandbox.pay(id);
    expect(await put('orderitems', { amount: 5000, items: [line(5000)] })).toMatchObject({
      json: { code: '1004' },
    });
  });

  test('payment methods', async () => {
    const { json } = await sandbox.call('GET', '/v1/paymentmethods?Currency=NOK');
    expect(json).toContainEqual({ name: 'Visa', paymentType: 'CARD', currency: 'NOK', enabled: true });
  });
});

test('books outlive the process when there is a data file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nets-'));
  const dataFile = join(folder, 'books.json');
  const first = await startNets({ dataFile });
  const id = await first.create(body());
  await first.pay(id);
  await first.close();
  const second = await startNets({ dataFile });
  expect(await second.book(id)).toMatchObject({ reserved: 60000, creates: 1 });
  await second.close();
  rmSync(folder, { recursive: true });
});

function hooks(change: object) {
  const hook = {
    eventName: 'payment.created',
    url: 'https://portal.example/hook',
    authorization: 'k3yOf8to32Alnum',
  };
  return { notifications: { webHooks: [{ ...hook, ...change }] } };
}
