import { describe, expect, it } from 'vitest';
import {
  PayexAuthenticationError,
  PayexConnectionError,
  type PayexError,
  PayexInputError,
  PayexNotFoundError,
  PayexProblemError,
  PayexProtocolError,
  PayexRateLimitError,
  PayexServerError,
} from './index.ts';
import { empty, errorOf, failed, ID, json, problem, request, setup } from './wire.test-helper.ts';

describe('errors', () => {
  const table: [
    string,
    () => Response,
    { code: string } & (new (...args: never[]) => PayexError),
    string,
    object,
  ][] = [
    [
      'inputerror',
      () =>
        problem('paymentorders/inputerror', 400, {
          problems: [{ name: 'PaymentOrder.Amount', description: 'too small' }],
        }),
      PayexInputError,
      'refused',
      { problemId: 'paymentorders/inputerror', errors: { 'PaymentOrder.Amount': ['too small'] } },
    ],
    ['inputerror with 404', () => problem('paymentorders/inputerror', 404), PayexInputError, 'refused', {}],
    ['401', () => empty(401), PayexAuthenticationError, 'refused', { httpStatus: 401 }],
    [
      '403',
      () => problem('creditcard/carddeclined', 403),
      PayexProblemError,
      'refused',
      { problemId: 'creditcard/carddeclined' },
    ],
    ['404', () => problem('paymentorders/notfound', 404), PayexNotFoundError, 'refused', { httpStatus: 404 }],
    ['404 without a problem', () => empty(404), PayexNotFoundError, 'refused', { problemId: undefined }],
    ['409 with a problem', () => problem('bankidcancelled', 409), PayexProblemError, 'refused', {}],
    ['409 without', () => empty(409), PayexProblemError, 'unknown', {}],
    ['429', () => empty(429, { 'retry-after': '7' }), PayexRateLimitError, 'refused', { retryAfterMs: 7000 }],
    ['429 about the card', () => problem('creditcard/velocitycheck', 429), PayexProblemError, 'refused', {}],
    ['500', () => problem('systemerror', 500), PayexServerError, 'unknown', { problemId: 'systemerror' }],
    [
      '502 of an acquirer',
      () => problem('creditcard/acquirergatewayerror', 502),
      PayexServerError,
      'unknown',
      {},
    ],
    ['503 of a gateway', () => new Response('<html>', { status: 503 }), PayexServerError, 'unknown', {}],
    [
      'a redirect',
      () => empty(302, { location: 'http://169.254.169.254/' }),
      PayexProtocolError,
      'unknown',
      {},
    ],
    ['2xx that is not JSON', () => new Response('<html>'), PayexProtocolError, 'unknown', {}],
    ['2xx without a payment order', () => json({}), PayexProtocolError, 'unknown', {}],
    ['2xx without a body', () => empty(200), PayexProtocolError, 'unknown', {}],
    ['a reply beyond 1 MB', () => new Response('x'.repeat(1_000_001)), PayexProtocolError, 'unknown', {}],
  ];

  it.each(table)('%s', async (_, answer, type, outcome, more) => {
    const { client } = setup([answer()], { maxRetries: 0 });
    const error = await errorOf(client.create(request()));
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ outcome, operation: 'paymentOrders.create', code: type.code, ...more });
  });

  it('carries the id that support asks for: the reply’s, else the one that was sent; never the token', async () => {
    const { client } = setup([problem('systemerror', 400, { sessionId: 'theirs' }), empty(401), failed('X')]);
    expect((await errorOf(client.create(request()))).requestId).toBe('theirs');
    const ours = await errorOf(client.create(request()));
    expect(ours.requestId).toBe('session-2');
    expect(JSON.stringify(ours) + ours.stack).not.toContain('test-access-token');
    expect((await errorOf(client.create(request()))).requestId).toBe('session-3');
  });

  it('tells a connection never made from one that was lost', async () => {
    const { client } = setup([failed('ECONNREFUSED'), failed('ECONNRESET'), new TypeError('fetch failed')], {
      maxRetries: 0,
    });
    for (const outcome of ['not_sent', 'unknown', 'unknown']) {
      const error = await errorOf(client.create(request()));
      expect(error).toBeInstanceOf(PayexConnectionError);
      expect(error.outcome).toBe(outcome);
    }
  });

  it('repeats a read over a failure and a 429, never a create', async () => {
    const { client, calls, waits } = setup([
      empty(500),
      empty(429, { 'retry-after': '2' }),
      empty(404),
      empty(500),
    ]);
    expect(await errorOf(client.retrieve(ID))).toBeInstanceOf(PayexNotFoundError);
    expect(waits.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(waits[1]?.suggestedMs).toBe(2000);
    expect((await errorOf(client.create(request()))).outcome).toBe('unknown');
    expect(calls).toHaveLength(4);
  });
});
