import { describe, expect, it } from 'vitest';
import { createNetsClient, NETS_TEST_BASE_URL, NetsProtocolError, NetsUsageError } from './index.ts';
import { CHARGE, empty, errorOf, HOSTED, ID, json, KEYED, order, setup } from './wire.test-helper.ts';

describe('what goes over the wire', () => {
  it('creates a hosted payment with the raw key and no redirects', async () => {
    const { client, calls } = setup([json({ paymentId: ID, hostedPaymentPageUrl: HOSTED }, 201)], {
      commercePlatformTag: 'Kvitt',
    });
    const created = await client.payments.create(order());
    expect(created).toEqual({ paymentId: ID, hostedPaymentPageUrl: HOSTED });
    expect(calls[0]?.url).toBe('https://test.api.dibspayment.eu/v1/payments');
    expect(calls[0]?.init).toMatchObject({
      method: 'POST',
      redirect: 'manual',
      headers: {
        authorization: 'test-secret-key',
        'content-type': 'application/json',
        commerceplatformtag: 'Kvitt',
      },
    });
    expect(JSON.parse(String(calls[0]?.init.body))).toEqual(order());
  });

  it('keeps a path in the base URL', async () => {
    const { client, calls } = setup([json([])], { baseUrl: 'http://127.0.0.1:4010/nets/' });
    await client.paymentMethods.list({ merchantNumber: 7, currency: 'NOK', enabled: true });
    expect(calls[0]?.url).toBe(
      'http://127.0.0.1:4010/nets/v1/paymentmethods?MerchantNumber=7&Currency=NOK&Enabled=true',
    );
  });

  it('knows the path, method, body and key of every other call', async () => {
    const { client, calls } = setup([
      empty(204),
      empty(204),
      empty(204),
      empty(204),
      empty(204),
      json({ chargeId: 'c1', invoice: { invoiceNumber: '1' } }, 201),
      json({ refundId: 'r1' }, 201),
      json({ refundId: 'r2' }),
      empty(204),
    ]);
    const { items, amount } = order().order;
    await client.payments.updateOrderItems(ID, { amount, items });
    await client.payments.updateReferenceInformation(ID, {
      checkoutUrl: 'https://x.example',
      reference: 'a',
    });
    await client.payments.updateMyReference(ID, 'ref');
    await client.payments.terminate(ID);
    await client.payments.cancel(ID, CHARGE);
    expect(await client.payments.charge(ID, CHARGE, KEYED)).toMatchObject({ chargeId: 'c1' });
    expect(await client.payments.refund(ID, CHARGE, KEYED)).toEqual({ refundId: 'r1' });
    expect(await client.charges.refund('c1', CHARGE, KEYED)).toEqual({ refundId: 'r2' });
    await client.pendingRefunds.cancel('r1');
    expect(
      calls.map(
        ({ url, init }) => `${init.method} ${url.replace(NETS_TEST_BASE_URL, '').replace(ID, '{id}')}`,
      ),
    ).toEqual([
      'PUT /v1/payments/{id}/orderitems',
      'PUT /v1/payments/{id}/referenceinformation',
      'PUT /v1/payments/{id}/myreference',
      'PUT /v1/payments/{id}/terminate',
      'POST /v1/payments/{id}/cancels',
      'POST /v1/payments/{id}/charges',
      'POST /v1/payments/{id}/refunds',
      'POST /v1/charges/c1/refunds',
      'POST /v1/pending-refunds/r1/cancel',
    ]);
    expect(calls[5]?.init.headers).toHaveProperty('idempotency-key', 'op-1');
    expect(calls[4]?.init.headers).not.toHaveProperty('idempotency-key');
    expect(calls[3]?.init.body).toBeUndefined();
  });
});

describe('checks before sending', () => {
  const bad: [string, (client: ReturnType<typeof createNetsClient>) => Promise<unknown>][] = [
    ['a sum that differs', (c) => c.payments.create(order({ amount: 59999 }))],
    ['an amount that is not an integer', (c) => c.payments.charge(ID, { amount: 599.8 })],
    ['an amount beyond safe integers', (c) => c.payments.charge(ID, { amount: 2 ** 53 })],
    ['an amount of zero', (c) => c.payments.refund(ID, { amount: 0 })],
    [
      'order items that do not sum up',
      (c) => c.payments.charge(ID, { amount: 1, orderItems: order().order.items }),
    ],
    ['an id that changes the path', (c) => c.payments.retrieve('../payments')],
    ['an empty id', (c) => c.payments.terminate('')],
    ['an empty idempotency key', (c) => c.payments.charge(ID, CHARGE, { idempotencyKey: '' })],
    ['a long idempotency key', (c) => c.payments.charge(ID, CHARGE, { idempotencyKey: 'x'.repeat(65) })],
    ['a header break in a key', (c) => c.payments.charge(ID, CHARGE, { idempotencyKey: 'a\r\nb' })],
    ['myReference over 36', (c) => c.payments.updateMyReference(ID, 'x'.repeat(37))],
    [
      'a webhook over http',
      (c) =>
        c.payments.create({
          ...order(),
          notifications: {
            webHooks: [{ eventName: 'payment.created', url: 'http://a.example', authorization: 'abcd1234' }],
          },
        }),
    ],
    [
      'a weak webhook authorization',
      (c) =>
        c.payments.create({
          ...order(),
          notifications: {
            webHooks: [{ eventName: 'payment.created', url: 'https://a.example', authorization: 'short' }],
          },
        }),
    ],
  ];

  it.each(bad)('refuses %s', async (_, run) => {
    const { client, calls } = setup([]);
    const error = await errorOf(run(client));
    expect(error).toBeInstanceOf(NetsUsageError);
    expect(error.outcome).toBe('not_sent');
    expect(calls).toHaveLength(0);
  });

  it.each([
    'http://api.example',
    'ftp://api.example',
    'https://u:p@api.example',
    'https://api.example?x',
    'api.example',
  ])('refuses the base URL %s', (baseUrl) =>
    expect(() => createNetsClient({ secretKey: 'k', baseUrl })).toThrow(NetsUsageError),
  );

  it('refuses a key that would break the header', () => {
    expect(() => createNetsClient({ secretKey: 'a\nb', baseUrl: NETS_TEST_BASE_URL })).toThrow(
      NetsUsageError,
    );
  });
});

describe('retrieve', () => {
  const payment = (more: object) => ({
    payment: { paymentId: ID, summary: {}, orderDetails: { amount: 1, currency: 'NOK' }, ...more },
  });

  it('gives the payment with empty lists for absent ones', async () => {
    const { client } = setup([json(payment({ myReference: 'a', extra: 1 }))]);
    expect(await client.payments.retrieve(ID)).toMatchObject({
      paymentId: ID,
      charges: [],
      refunds: [],
      myReference: 'a',
      extra: 1,
    });
  });

  it.each([
    ['another payment', { paymentId: 'f'.repeat(32) }],
    ['an amount as text', { summary: { chargedAmount: '100' } }],
    ['a fraction', { summary: { chargedAmount: 0.5 } }],
    ['a negative amount', { summary: { chargedAmount: -1 } }],
    ['no order', { orderDetails: null }],
    ['a charge without id', { charges: [{ amount: 1 }] }],
  ])('takes %s for no evidence', async (_, more) => {
    const { client } = setup([json(payment(more))]);
    expect(await errorOf(client.payments.retrieve(ID))).toBeInstanceOf(NetsProtocolError);
  });
});
