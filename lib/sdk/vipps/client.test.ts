import { afterEach, describe, expect, it } from 'vitest';
import { createVippsClient, VIPPS_TEST_BASE_URL, VippsProtocolError, VippsUsageError } from './index.ts';
import {
  empty,
  errorOf,
  json,
  KEYED,
  LANDING,
  MONEY,
  payment,
  REFERENCE,
  request,
  setup,
  wireProblems,
} from './testing/wire.ts';

afterEach(() => expect(wireProblems.splice(0)).toEqual([]));

const webhookId = '497f6eca-6276-4993-bfeb-53cbbbba6f08';

describe('what goes over the wire', () => {
  it('creates a payment with every header that the provider asks for, and no redirects', async () => {
    const { client, calls } = setup([json({ reference: REFERENCE, redirectUrl: LANDING }, 201)], {
      system: { name: 'kvitt', version: '1.0', pluginName: 'kvitt-vipps', pluginVersion: '2.0' },
    });
    const created = await client.payments.create(request({ metadata: { case: '7' } }), KEYED);
    expect(created).toEqual({ reference: REFERENCE, redirectUrl: LANDING });
    expect(calls[0]).toMatchObject({ method: 'POST', path: '/epayment/v1/payments' });
    expect(calls[0]?.init.redirect).toBe('manual');
    expect(Object.fromEntries(calls[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer token-1',
      'content-type': 'application/json',
      'idempotency-key': 'op-1',
      'merchant-serial-number': '123456',
      'ocp-apim-subscription-key': 'test-subscription-key',
      'vipps-system-name': 'kvitt',
      'vipps-system-plugin-name': 'kvitt-vipps',
      'vipps-system-plugin-version': '2.0',
      'vipps-system-version': '1.0',
    });
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual(request({ metadata: { case: '7' } }));
  });

  it('knows the path, method, body and key of every other call', async () => {
    const events = [
      {
        reference: REFERENCE,
        pspReference: 'psp-1',
        name: 'CREATED',
        amount: { currency: 'NOK', value: 60000 },
        timestamp: '2026-01-05T10:00:00Z',
        success: true,
      },
    ];
    const { client, calls } = setup([
      json(payment()),
      json(events),
      json(payment({ authorized: 60000, captured: 60000 }, { state: 'AUTHORIZED' })),
      json(payment({ authorized: 60000, captured: 60000, refunded: 100 }, { state: 'AUTHORIZED' })),
      json(payment({ cancelled: 60000 }, { state: 'TERMINATED' })),
      empty(200),
      json({ id: webhookId, secret: 's' }, 201),
      json({ webhooks: [{ id: webhookId, url: 'https://portal.example/hook', events: ['a.b.v1'] }] }),
      empty(204),
    ]);
    const { payments, webhooks } = client;
    expect(await payments.retrieve(REFERENCE)).toMatchObject({ state: 'CREATED', profile: {} });
    expect(await payments.listEvents(REFERENCE)).toMatchObject([{ name: 'CREATED' }]);
    expect(await payments.capture(REFERENCE, MONEY, KEYED)).toMatchObject({ state: 'AUTHORIZED' });
    await payments.refund(REFERENCE, MONEY, KEYED);
    expect(await payments.cancel(REFERENCE, KEYED)).toMatchObject({ state: 'TERMINATED' });
    await payments.forceApprove(REFERENCE, { customer: { phoneNumber: '4791234567' } });
    const hook = { url: 'https://portal.example/hook', events: ['epayments.payment.captured.v1'] };
    expect(await webhooks.register(hook)).toEqual({ id: webhookId, secret: 's' });
    expect(await webhooks.list()).toMatchObject([{ id: webhookId, events: ['a.b.v1'] }]);
    await webhooks.delete(webhookId);
    expect(calls.map(({ method, path }) => `${method} ${path.replace(REFERENCE, '{reference}')}`)).toEqual([
      'GET /epayment/v1/payments/{reference}',
      'GET /epayment/v1/payments/{reference}/events',
      'POST /epayment/v1/payments/{reference}/capture',
      'POST /epayment/v1/payments/{reference}/refund',
      'POST /epayment/v1/payments/{reference}/cancel',
      'POST /epayment/v1/test/payments/{reference}/approve',
      'POST /webhooks/v1/webhooks',
      'GET /webhooks/v1/webhooks',
      `DELETE /webhooks/v1/webhooks/${webhookId}`,
    ]);
    expect(calls.map(({ headers }) => headers.get('idempotency-key'))).toEqual([
      null,
      null,
      'op-1',
      'op-1',
      'op-1',
      null,
      null,
      null,
      null,
    ]);
    expect(calls[4]?.body).toBe('');
  });

  it('keeps a path in the base URL, and takes an app’s payment without a redirect', async () => {
    const { client, calls } = setup([json({ reference: REFERENCE }, 201)], {
      baseUrl: 'http://127.0.0.1:4010/vipps/',
    });
    const push = { ...request(), userFlow: 'PUSH_MESSAGE' as const, customer: { phoneNumber: '4791234567' } };
    expect(await client.payments.create(push, KEYED)).toEqual({ reference: REFERENCE });
    expect(calls[0]?.path).toBe('/epayment/v1/payments');
  });
});

describe('checks before sending', () => {
  const nok = (value: number) => ({ amount: { currency: 'NOK', value } as const });
  const bad: [string, (client: ReturnType<typeof createVippsClient>) => Promise<unknown>][] = [
    ['less than a krone', (c) => c.payments.create(request(nok(99)), KEYED)],
    ['a fraction of an øre', (c) => c.payments.create(request(nok(599.8)), KEYED)],
    ['an amount beyond the maximum', (c) => c.payments.create(request(nok(65_000_001)), KEYED)],
    ['a short reference', (c) => c.payments.create(request({ reference: 'abc' }), KEYED)],
    ['a long reference', (c) => c.payments.create(request({ reference: 'a'.repeat(51) }), KEYED)],
    ['a reference that changes the path', (c) => c.payments.retrieve('../../payments')],
    ['no return URL', (c) => c.payments.create(request({ returnUrl: undefined }), KEYED)],
    ['an http return URL', (c) => c.payments.create(request({ returnUrl: 'http://a.example' }), KEYED)],
    ['a script as return URL', (c) => c.payments.create(request({ returnUrl: 'javascript:1' }), KEYED)],
    ['a description of two letters', (c) => c.payments.create(request({ paymentDescription: 'ab' }), KEYED)],
    [
      'a description over 100',
      (c) => c.payments.create(request({ paymentDescription: 'a'.repeat(101) }), KEYED),
    ],
    [
      'a phone number with a plus',
      (c) => c.payments.create(request({ customer: { phoneNumber: '+4791234567' } }), KEYED),
    ],
    [
      'six entries of metadata',
      (c) => c.payments.create(request({ metadata: { a: '', b: '', c: '', d: '', e: '', f: '' } }), KEYED),
    ],
    ['an expiry', (c) => c.payments.create(request({ expiresAt: '2026-02-26T17:32:28Z' }), KEYED)],
    ['an empty key', (c) => c.payments.create(request(), { idempotencyKey: '' })],
    ['a long key', (c) => c.payments.capture(REFERENCE, MONEY, { idempotencyKey: 'x'.repeat(51) })],
    ['a key that breaks the header', (c) => c.payments.cancel(REFERENCE, { idempotencyKey: 'a\r\nb' })],
    [
      'a refund of nothing',
      (c) => c.payments.refund(REFERENCE, { modificationAmount: { currency: 'NOK', value: 0 } }, KEYED),
    ],
    ['a webhook over http', (c) => c.webhooks.register({ url: 'http://a.example', events: ['a'] })],
    ['a webhook for nothing', (c) => c.webhooks.register({ url: 'https://a.example', events: [] })],
    ['a webhook id that changes the path', (c) => c.webhooks.delete('../x')],
  ];

  it.each(bad)('refuses %s', async (_, run) => {
    const { client, calls, tokenCalls } = setup([]);
    const error = await errorOf(run(client));
    expect(error).toBeInstanceOf(VippsUsageError);
    expect(error.outcome).toBe('not_sent');
    expect([...calls, ...tokenCalls]).toHaveLength(0);
  });

  const options = {
    clientId: 'id',
    clientSecret: 'secret',
    subscriptionKey: 'key',
    merchantSerialNumber: '123456',
    baseUrl: VIPPS_TEST_BASE_URL,
  };
  it.each([
    { baseUrl: 'http://api.example' },
    { baseUrl: 'ftp://api.example' },
    { baseUrl: 'https://u:p@api.example' },
    { baseUrl: 'https://api.example?x' },
    { baseUrl: 'api.example' },
    { clientSecret: 'a\nb' },
    { subscriptionKey: '' },
    { merchantSerialNumber: '12 34' },
    { system: { name: 'x'.repeat(31) } },
    { accessTokenPath: '//evil.example' },
    { timeoutMs: 0 },
  ])('refuses %j', (wrong) => {
    expect(() => createVippsClient({ ...options, ...wrong })).toThrow(VippsUsageError);
  });
});

describe('replies that are no evidence', () => {
  const money = (value: unknown, currency = 'NOK') => ({ value, currency });
  it.each([
    ['another payment', { reference: 'instans-8c1e-2' }],
    ['no state', { state: undefined }],
    ['an amount as text', { amount: money('60000') }],
    ['a fraction', { amount: money(0.5) }],
    ['a negative amount', { amount: money(-1) }],
    ['no aggregate', { aggregate: undefined }],
    ['an aggregate without refunds', { aggregate: { ...payment().aggregate, refundedAmount: undefined } }],
    ['sums of another currency', { aggregate: { ...payment().aggregate, capturedAmount: money(1, 'EUR') } }],
  ])('takes %s for none', async (_, more) => {
    const { client } = setup([json(payment({}, more))]);
    expect(await errorOf(client.payments.retrieve(REFERENCE))).toBeInstanceOf(VippsProtocolError);
  });

  it.each([
    ['a script', { reference: REFERENCE, redirectUrl: 'javascript:alert(1)' }],
    ['nowhere', { reference: REFERENCE }],
    ['another payment', { reference: 'instans-8c1e-2', redirectUrl: LANDING }],
  ])('sends nobody to %s', async (_, reply) => {
    const { client } = setup([json(reply, 201)]);
    expect(await errorOf(client.payments.create(request(), KEYED))).toMatchObject({
      code: 'VIPPS_PROTOCOL',
      outcome: 'unknown',
    });
  });
});
