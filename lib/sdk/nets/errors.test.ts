import { describe, expect, it } from 'vitest';
import {
  NetsApiError,
  NetsAuthenticationError,
  NetsConnectionError,
  type NetsError,
  NetsNotFoundError,
  NetsProtocolError,
  NetsServerError,
  NetsValidationError,
} from './index.ts';
import { CHARGE, empty, errorOf, failed, ID, json, order, setup } from './wire.test-helper.ts';

describe('errors', () => {
  const apiBody = { code: '1001', message: 'too much', source: 'Internal' };
  const table: [
    string,
    () => Response,
    { code: string } & (new (...args: never[]) => NetsError),
    string,
    object,
  ][] = [
    [
      '400',
      () => json({ errors: { 'order.items[0].name': ['bad'] } }, 400),
      NetsValidationError,
      'refused',
      { errors: { 'order.items[0].name': ['bad'] }, code: 'NETS_VALIDATION' },
    ],
    ['400 without errors', () => empty(400), NetsValidationError, 'refused', { errors: {} }],
    ['401', () => empty(401), NetsAuthenticationError, 'refused', { httpStatus: 401 }],
    [
      '402 with a code',
      () => json(apiBody, 402),
      NetsApiError,
      'refused',
      {
        apiCode: '1001',
        apiCodeName: 'OverCharge',
        source: 'Internal',
        message: '1001 OverCharge: too much',
      },
    ],
    [
      'a magic code',
      () => json({ code: '33', message: 'x' }, 402),
      NetsApiError,
      'refused',
      { apiCode: '33', apiCodeName: undefined },
    ],
    [
      'a repeat with another amount',
      () => json({ code: '1026' }, 409),
      NetsApiError,
      'unknown',
      { apiCode: '1026' },
    ],
    ['409 without a body', () => empty(409), NetsApiError, 'unknown', { apiCode: undefined }],
    [
      '404',
      () => new Response('Not found', { status: 404 }),
      NetsNotFoundError,
      'refused',
      { httpStatus: 404 },
    ],
    ['500 with a code', () => json(apiBody, 500), NetsApiError, 'unknown', { apiCode: '1001' }],
    ['500 Unknown', () => json({ code: '1000', message: 'x' }, 500), NetsServerError, 'unknown', {}],
    [
      '500 without',
      () => new Response('<html>', { status: 500 }),
      NetsServerError,
      'unknown',
      { httpStatus: 500 },
    ],
    [
      'a redirect',
      () => empty(302, { location: 'http://169.254.169.254/' }),
      NetsProtocolError,
      'unknown',
      { httpStatus: 302 },
    ],
    ['2xx that is not JSON', () => new Response('<html>', { status: 200 }), NetsProtocolError, 'unknown', {}],
    [
      '2xx without the id',
      () => json({}),
      NetsProtocolError,
      'unknown',
      { message: expect.stringContaining('chargeId') },
    ],
    ['2xx without a body', () => empty(200), NetsProtocolError, 'unknown', {}],
    ['a reply beyond 1 MB', () => new Response('x'.repeat(1_000_001)), NetsProtocolError, 'unknown', {}],
  ];

  it.each(table)('%s', async (_, answer, type, outcome, more) => {
    const { client } = setup([answer()], { maxRetries: 0 });
    const error = await errorOf(client.payments.charge(ID, CHARGE));
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ outcome, operation: 'payments.charge', code: type.code, ...more });
  });

  it('carries the request id, never the secret key', async () => {
    const { client } = setup([empty(401, { 'x-request-id': 'req-7' })]);
    const error = await errorOf(client.payments.retrieve(ID));
    expect(error.requestId).toBe('req-7');
    expect(JSON.stringify(error) + error.stack).not.toContain('test-secret-key');
  });

  it('stops reading at 1 MB also when the length is not told', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (c) => c.enqueue(new Uint8Array(64_000)) });
    const { client } = setup([new Response(endless)]);
    expect(await errorOf(client.payments.retrieve(ID))).toBeInstanceOf(NetsProtocolError);
  });

  it('tells a connection never made from one that was lost', async () => {
    const { client } = setup([failed('ECONNREFUSED'), failed('ECONNRESET'), new TypeError('fetch failed')], {
      maxRetries: 0,
    });
    for (const outcome of ['not_sent', 'unknown', 'unknown']) {
      const error = await errorOf(client.payments.charge(ID, CHARGE));
      expect(error).toBeInstanceOf(NetsConnectionError);
      expect(error.outcome).toBe(outcome);
    }
  });

  it('refuses a hosted page that is not https', async () => {
    const { client } = setup([json({ paymentId: ID, hostedPaymentPageUrl: 'javascript:alert(1)' })]);
    expect(await errorOf(client.payments.create(order()))).toMatchObject({
      code: 'NETS_PROTOCOL',
      outcome: 'unknown',
    });
  });
});
