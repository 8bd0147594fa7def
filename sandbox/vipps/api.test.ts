import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { today } from '../testing/start-alone.ts';
import { paymentBody, startVipps } from './testing/start-vipps.ts';

let sandbox: Awaited<ReturnType<typeof startVipps>>;
beforeAll(async () => {
  sandbox = await startVipps();
});
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.clearFaults();
  sandbox.clock.now = today;
});
const payments = '/epayment/v1/payments';
const later = (minutes: number) => {
  sandbox.clock.now = new Date(today.getTime() + minutes * 60_000);
};

describe('access tokens', () => {
  test('all numbers are strings, and the token lives an hour', async () => {
    const { status, json } = await sandbox.token();
    expect(status).toBe(200);
    expect(json).toEqual({
      token_type: 'Bearer',
      expires_in: '3599',
      ext_expires_in: '3599',
      expires_on: '1767610799',
      not_before: '1767607200',
      resource: expect.any(String),
      access_token: expect.stringMatching(/^eyJ/),
    });
    const headers = { authorization: `Bearer ${json.access_token}` };
    const get = () => sandbox.api('GET', sandbox.pathOf('unknown-1'), { headers });
    expect(await get()).toMatchObject({ status: 404 });
    later(60);
    expect(await get()).toMatchObject({
      status: 401,
      json: { statusCode: 401, message: expect.any(String) },
    });
  });

  test.each([
    [{ client_id: 'x' }, { error: 'unauthorized_client', error_codes: [700016] }],
    [{ client_secret: 'x' }, { error: 'unauthorized_client' }],
    [{ 'ocp-apim-subscription-key': 'x' }, { statusCode: 401 }],
    [{ 'ocp-apim-subscription-key': 'sandbox-vipps-subscription-key-2' }, { error: 'unauthorized_client' }],
  ])('%j is refused', async (changes, json) => {
    expect(await sandbox.token(0, changes)).toMatchObject({ status: 401, json });
  });

  test.each([
    [{ authorization: undefined }],
    [{ authorization: 'Bearer nonsense' }],
    [{ 'ocp-apim-subscription-key': undefined }],
    [{ 'ocp-apim-subscription-key': 'sandbox-vipps-subscription-key-2' }],
    [{ 'merchant-serial-number': undefined }],
    [{ 'merchant-serial-number': '100002' }],
  ])('a call with %j is refused by the gateway', async (headers) => {
    const reply = await sandbox.api('GET', sandbox.pathOf('unknown-1'), { headers, wrong: true });
    expect(reply).toMatchObject({ status: 401, json: { statusCode: 401 } });
  });

  test('a fault hands out tokens that are over', async () => {
    sandbox.fault('token', 'expired', { times: 1 });
    const headers = { authorization: `Bearer ${(await sandbox.token()).json.access_token}` };
    expect(await sandbox.api('GET', sandbox.pathOf('unknown-1'), { headers })).toMatchObject({ status: 401 });
  });
});

describe('create', () => {
  test('gives a landing page, and the payment is CREATED', async () => {
    const body = paymentBody('create-1', 60000, { metadata: { case: '7' } });
    const { status, json } = await sandbox.api('POST', payments, { body });
    expect(status).toBe(201);
    expect(json).toEqual({
      reference: 'create-1',
      redirectUrl: expect.stringContaining(sandbox.url('/landing?token=')),
    });
    const zero = { currency: 'NOK', value: 0 };
    expect(await sandbox.get('create-1')).toEqual({
      reference: 'create-1',
      pspReference: expect.any(String),
      amount: { currency: 'NOK', value: 60000 },
      state: 'CREATED',
      aggregate: {
        authorizedAmount: zero,
        cancelledAmount: zero,
        capturedAmount: zero,
        refundedAmount: zero,
      },
      paymentMethod: { type: 'WALLET' },
      profile: {},
      redirectUrl: json.redirectUrl,
      metadata: { case: '7' },
    });
  });

  const nok = (value: number) => ({ amount: { currency: 'NOK', value } });
  test.each([
    ['Amount too small', nok(99)],
    ['Amount invalid', { amount: { currency: 'SEK', value: 60000 } }],
    ['Amount invalid', nok(599.8)],
    ['Amount invalid', nok(65_000_001)],
    ['Invalid URL', { returnUrl: 'http://portal.example/return' }],
    ['Invalid URL', { returnUrl: 'javascript:alert(1)' }],
    ['Missing required parameter', { returnUrl: undefined }],
    ['Missing required parameter', { reference: undefined }],
    ['Missing required parameter', { userFlow: 'PUSH_MESSAGE', customer: undefined }],
    ['Invalid phone number', { customer: { phoneNumber: '+4791234567' } }],
    ['Bad Request', { customer: { phoneNumber: '4791234567', customerToken: 'x' } }],
    ['Bad Request', { reference: 'short' }],
    ['Bad Request', { reference: 'a'.repeat(65) }],
    ['Bad Request', { paymentDescription: 'ab' }],
    ['Bad Request', { metadata: { a: '', b: '', c: '', d: '', e: '', f: '' } }],
    ['ExpiresAt not allowed', { expiresAt: '2026-02-26T17:32:28Z' }],
    ['Operation not supported', { paymentMethod: { type: 'CARD' } }],
    ['Operation not supported', { userFlow: 'QR' }],
  ])('%s: %j', async (title, more) => {
    const body = paymentBody('create-bad-1', 60000, more);
    const reply = await sandbox.api('POST', payments, { body, wrong: true });
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(reply).toMatchObject({
      status: 400,
      json: {
        title,
        status: 400,
        traceId: expect.any(String),
        type: expect.stringContaining('/vipps/problems/'),
      },
    });
  });

  test('what is no JSON is a problem too', async () => {
    expect(await sandbox.api('POST', payments, { body: '{', wrong: true })).toMatchObject({
      status: 400,
      json: { title: 'Bad Request' },
    });
  });

  test('a key is required; the same key and body give the same answer, another body 409', async () => {
    const missing = { 'idempotency-key': undefined };
    const body = paymentBody('create-key-1');
    expect(await sandbox.api('POST', payments, { body, headers: missing, wrong: true })).toMatchObject({
      status: 400,
      json: { title: 'Missing required parameter', extraDetails: [{ name: 'Idempotency-Key' }] },
    });
    const long = { 'idempotency-key': 'x'.repeat(51) };
    expect(await sandbox.api('POST', payments, { body, headers: long, wrong: true })).toMatchObject({
      status: 400,
    });

    const headers = { 'idempotency-key': 'once' };
    const first = await sandbox.api('POST', payments, { body, headers });
    const again = await sandbox.api('POST', payments, { body, headers });
    expect([again.status, again.json]).toEqual([201, first.json]);
    const changed = paymentBody('create-key-1', 70000);
    expect(await sandbox.api('POST', payments, { body: changed, headers })).toMatchObject({
      status: 409,
      json: { title: 'Idempotency error', detail: 'Idempotency-Key `once` already exists.' },
    });
  });

  test('a reference is used once, also after a failure, but per sales unit', async () => {
    const body = paymentBody('create-used-1');
    await sandbox.api('POST', payments, { body });
    await sandbox.pay('create-used-1', { decision: 'reject' });
    expect(await sandbox.api('POST', payments, { body })).toMatchObject({
      status: 409,
      json: { title: 'Idempotency error', detail: 'Reference `create-used-1` already exists.' },
    });
    expect(await sandbox.api('POST', payments, { body, as: 1 })).toMatchObject({ status: 201 });
  });

  test('a payment is its own sales unit’s alone', async () => {
    const reference = await sandbox.create();
    expect(await sandbox.api('GET', sandbox.pathOf(reference), { as: 1 })).toMatchObject({
      status: 404,
      json: { title: 'Reference not found' },
    });
  });

  test('PUSH_MESSAGE has no page', async () => {
    const reference = await sandbox.create(60000, { userFlow: 'PUSH_MESSAGE' });
    expect(await sandbox.get(reference)).not.toHaveProperty('redirectUrl');
  });
});

describe('faults of a reply', () => {
  test.each(['lost-after-commit', 'lost-before-commit', 'dead'])('create: %s', async (value) => {
    sandbox.fault('create', value, { times: 1, reference: `lost-${value}` });
    const body = paymentBody(`lost-${value}`);
    const headers = { 'idempotency-key': `lost-${value}` };
    await expect(sandbox.api('POST', payments, { body, headers })).rejects.toThrow();
    const made = (await sandbox.other('GET', `/books/lost-${value}`)).status === 200;
    expect(made).toBe(value === 'lost-after-commit');
    expect(await sandbox.api('POST', payments, { body, headers })).toMatchObject({ status: 201 });
  });

  test.each([
    ['500', 500],
    ['502', 502],
    ['429', 429],
    ['401', 401],
  ])('any call: %s', async (value, status) => {
    const reference = await sandbox.create();
    sandbox.fault('api', value, { times: 1 });
    expect(await sandbox.api('GET', sandbox.pathOf(reference))).toMatchObject({ status });
    expect(await sandbox.get(reference)).toMatchObject({ state: 'CREATED' });
  });

  test('GET lies about amount, currency and state', async () => {
    const reference = await sandbox.create();
    await sandbox.pay(reference);
    sandbox.fault('amount', 'wrong', { times: 1 });
    expect(await sandbox.get(reference)).toMatchObject({
      amount: { value: 59900 },
      aggregate: { authorizedAmount: { value: 59900 }, capturedAmount: { value: 0 } },
    });
    sandbox.fault('currency', 'wrong', { times: 1 });
    expect(await sandbox.get(reference)).toMatchObject({ amount: { currency: 'EUR', value: 60000 } });
    sandbox.fault('status', 'unknown', { times: 1 });
    const lie = await sandbox.api('GET', sandbox.pathOf(reference), { wrongReply: true });
    expect(lie.json.state).toBe('SOMETHING_NEW');
    expect(await sandbox.get(reference)).toMatchObject({ state: 'AUTHORIZED', amount: { value: 60000 } });
  });
});
