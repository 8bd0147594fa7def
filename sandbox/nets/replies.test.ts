import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasReference, readFixtures, shapeOf } from './testing/reference.ts';
import { orderBody, startNets } from './testing/start-nets.ts';

let sandbox: Awaited<ReturnType<typeof startNets>>;
beforeAll(async () => {
  sandbox = await startNets();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());
const order = (more: Parameters<typeof orderBody>[1] = {}) =>
  orderBody(sandbox.receiver.url, { events: [], ...more });

describe('GET payment', () => {
  test('has no status field, and an empty summary when new', async () => {
    const id = await sandbox.create(order());
    expect(await sandbox.get(id)).toEqual({
      paymentId: id,
      summary: {},
      consumer: {
        shippingAddress: {},
        billingAddress: {},
        privatePerson: {
          merchantReference: 'p-1',
          firstName: 'Kari',
          lastName: 'Nordmann',
          email: 'kari@example.no',
          phoneNumber: { prefix: '+47', number: '98765432' },
        },
        company: {},
      },
      orderDetails: { amount: 60000, currency: 'NOK', reference: 'instans-8c1e' },
      checkout: {
        url: expect.stringContaining('/hostedpaymentpage/'),
        cancelUrl: 'http://localhost:3000/pay/cancel',
      },
      created: '2026-01-05T10:00:00.0000+00:00',
      myReference: '8c1e0d5a-instans',
    });
  });

  test('shows card, charge and refund as the reference writes them', async () => {
    const id = await sandbox.create(order({ charge: true }));
    await sandbox.pay(id, { expiry: '12/30' });
    await sandbox.call('POST', `/v1/payments/${id}/refunds`, { amount: 100 });
    const payment = await sandbox.get(id);
    expect(payment.summary).toEqual({ reservedAmount: 60000, chargedAmount: 60000, refundedAmount: 100 });
    expect(payment.paymentDetails).toEqual({
      paymentType: 'CARD',
      paymentMethod: 'Visa',
      invoiceDetails: {},
      cardDetails: { maskedPan: '492500******0004', expiryDate: '1230' },
    });
    expect(payment.charges).toEqual([
      {
        chargeId: expect.stringMatching(/^[0-9a-f]{32}$/),
        amount: 60000,
        created: expect.any(String),
        orderItems: order().order.items,
      },
    ]);
    expect(payment.refunds).toEqual([
      {
        refundId: expect.any(String),
        amount: 100,
        state: 'Completed',
        lastUpdated: expect.any(String),
        orderItems: [],
      },
    ]);
  });

  // A fixture may leave out what a merchant did not send; what it has must be here, with the same type.
  test
    .skipIf(!hasReference)
    .each(
      readFixtures('replies').filter(
        ([name]) => /\.(NEW|RESERVED|CHARGED|REFUNDED)\./.test(name) && !name.includes('without'),
      ),
    )('%s', async (name, fixture) => {
    const consumer = undefined;
    const cancelUrl = undefined;
    const checkout = {
      ...order().checkout,
      integrationType: undefined,
      url: 'https://example.com/checkout',
      cancelUrl,
      consumer,
      charge: /REFUND|CHARGED/.test(name),
    };
    const id = await sandbox.create(order({ checkout }));
    if (!name.includes('NEW')) await sandbox.pay(id);
    if (name.includes('REFUNDED'))
      await sandbox.call('POST', `/v1/payments/${id}/refunds`, { amount: 60000 });
    expect(shapeOf({ payment: await sandbox.get(id) })).toEqual(expect.arrayContaining(shapeOf(fixture)));
  });
});

describe('faults', () => {
  test('wrong amount, wrong currency, unknown status', async () => {
    const id = await sandbox.create(order({ charge: true }));
    await sandbox.pay(id);
    sandbox.fault('amount', 'wrong', { reference: id, times: 1 });
    expect(await sandbox.get(id)).toMatchObject({
      summary: { reservedAmount: 59900, chargedAmount: 59900 },
      orderDetails: { amount: 59900 },
    });
    sandbox.fault('currency', 'wrong', { reference: 'instans-8c1e', times: 1 });
    expect(await sandbox.get(id)).toMatchObject({ orderDetails: { currency: 'EUR' } });
    sandbox.fault('status', 'unknown', { reference: '8c1e0d5a-instans', times: 1 });
    expect(await sandbox.get(id)).toMatchObject({
      summary: {},
      paymentDetails: { paymentType: 'SOMETHING-NEW' },
    });
    expect(await sandbox.get(id)).toMatchObject({
      summary: { chargedAmount: 60000 },
      orderDetails: { amount: 60000, currency: 'NOK' },
    });
  });

  const calls = {
    create: { method: 'POST', path: () => '/v1/payments', body: () => order({ myReference: 'sak-x' }) },
    get: { method: 'GET', path: (id: string) => `/v1/payments/${id}`, body: () => undefined },
    charge: {
      method: 'POST',
      path: (id: string) => `/v1/payments/${id}/charges`,
      body: () => ({ amount: 100 }),
    },
    cancel: {
      method: 'POST',
      path: (id: string) => `/v1/payments/${id}/cancels`,
      body: () => ({ amount: 60000 }),
    },
    refund: {
      method: 'POST',
      path: (id: string) => `/v1/payments/${id}/refunds`,
      body: () => ({ amount: 100 }),
    },
    terminate: { method: 'PUT', path: (id: string) => `/v1/payments/${id}/terminate`, body: () => undefined },
  };
  const prepare = async (operation: string) => {
    const id = await sandbox.create(order({ charge: operation === 'refund' }));
    if (operation !== 'terminate') await sandbox.pay(id);
    return id;
  };

  describe.each(Object.entries(calls))('%s', (operation, { method, path, body }) => {
    test.each(['dead', 'lost-before-commit', 'lost-after-commit'])('%s: no answer', async (value) => {
      const id = await prepare(operation);
      const before = (await sandbox.call('GET', '/books')).json;
      sandbox.fault(operation, value, { times: 1 });
      await expect(sandbox.call(method, path(id), body())).rejects.toThrow('fetch failed');
      const after = (await sandbox.call('GET', '/books')).json;
      if (value === 'lost-after-commit' && operation !== 'get') expect(after).not.toEqual(before);
      else expect(after).toEqual(before);
    });

    test.each([500, 429])('answers %i and does nothing', async (status) => {
      const id = await prepare(operation);
      const before = (await sandbox.call('GET', '/books')).json;
      sandbox.fault(operation, String(status), { times: 1 });
      const reply = await sandbox.call(method, path(id), body());
      expect(reply).toMatchObject({ status, json: { code: '1000', source: 'Internal' } });
      expect((await sandbox.call('GET', '/books')).json).toEqual(before);
    });

    test('slow and slow-commit answer in the end', async () => {
      for (const value of ['slow:20', 'slow-commit:20']) {
        const id = await prepare(operation);
        sandbox.fault(operation, value, { times: 1 });
        expect((await sandbox.call(method, path(id), body())).status).toBeLessThan(300);
      }
    });
  });

  test('api reaches every call, and one reference alone', async () => {
    sandbox.fault('api', '500', { reference: 'sak-x' });
    expect(await sandbox.call('POST', '/v1/payments', order({ myReference: 'sak-x' }))).toMatchObject({
      status: 500,
    });
    expect(await sandbox.call('POST', '/v1/payments', order())).toMatchObject({ status: 201 });
    sandbox.fault('api', '429');
    expect(await sandbox.call('GET', '/v1/paymentmethods')).toMatchObject({ status: 429 });
  });

  test('a charge lost after commit is answered again by its idempotency key', async () => {
    const id = await prepare('charge');
    const key = { 'idempotency-key': 'lost-1' };
    sandbox.fault('charge', 'lost-after-commit', { reference: id, times: 1 });
    await expect(sandbox.call('POST', `/v1/payments/${id}/charges`, { amount: 100 }, key)).rejects.toThrow();
    const again = await sandbox.call('POST', `/v1/payments/${id}/charges`, { amount: 100 }, key);
    expect(again.json.chargeId).toBe((await sandbox.get(id)).charges[0].chargeId);
    expect(await sandbox.book(id)).toMatchObject({ charged: 100 });
  });
});
