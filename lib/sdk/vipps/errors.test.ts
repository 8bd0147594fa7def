import { afterEach, describe, expect, it } from 'vitest';
import {
  VippsAuthenticationError,
  VippsConflictError,
  VippsConnectionError,
  type VippsError,
  VippsNotFoundError,
  VippsProblemError,
  VippsProtocolError,
  VippsServerError,
} from './index.ts';
import {
  empty,
  errorOf,
  failed,
  json,
  KEYED,
  MONEY,
  payment,
  REFERENCE,
  setup,
  wireProblems,
} from './testing/wire.ts';

afterEach(() => expect(wireProblems.splice(0)).toEqual([]));

describe('errors', () => {
  const problem = (title: string, status = 400) =>
    json(
      {
        type: 'https://problems.example/x',
        title,
        detail: 'Because.',
        status,
        traceId: '00-bb84',
        extraDetails: [{ name: 'amount.value', reason: 'too high' }, 7],
      },
      status,
      { 'content-type': 'application/problem+json' },
    );
  const table: [
    string,
    () => Response,
    { code: string } & (new (...args: never[]) => VippsError),
    string,
    object,
  ][] = [
    [
      '400',
      () => problem('Capture amount too high'),
      VippsProblemError,
      'refused',
      {
        message: 'The provider answered 400 Capture amount too high: Because.',
        requestId: '00-bb84',
        problem: {
          type: 'https://problems.example/x',
          title: 'Capture amount too high',
          detail: 'Because.',
          extraDetails: [{ name: 'amount.value', reason: 'too high' }],
        },
      },
    ],
    ['400 without a body', () => empty(400), VippsProblemError, 'refused', { problem: { extraDetails: [] } }],
    ['400 Internal error', () => problem('Internal error'), VippsProblemError, 'unknown', {}],
    ['400 Order processing', () => problem('Order processing'), VippsProblemError, 'unknown', {}],
    ['403', () => empty(403), VippsAuthenticationError, 'refused', { httpStatus: 403 }],
    ['404', () => problem('Reference not found', 404), VippsNotFoundError, 'refused', { httpStatus: 404 }],
    ['409', () => problem('Capture idempotency conflict', 409), VippsConflictError, 'unknown', {}],
    ['408', () => empty(408), VippsProblemError, 'unknown', {}],
    ['418', () => empty(418), VippsProblemError, 'refused', {}],
    ['500 with a problem', () => problem('Amount invalid', 500), VippsServerError, 'unknown', {}],
    ['502 of a gateway', () => new Response('<html>', { status: 502 }), VippsServerError, 'unknown', {}],
    [
      'a redirect',
      () => empty(302, { location: 'http://169.254.169.254/' }),
      VippsProtocolError,
      'unknown',
      { httpStatus: 302 },
    ],
    ['2xx that is not JSON', () => new Response('<html>'), VippsProtocolError, 'unknown', {}],
    ['2xx without a body', () => empty(200), VippsProtocolError, 'unknown', {}],
    ['a reply beyond 1 MB', () => new Response('x'.repeat(1_000_001)), VippsProtocolError, 'unknown', {}],
  ];

  it.each(table)('%s', async (_, answer, type, outcome, more) => {
    const { client } = setup([answer()], { maxRetries: 0 });
    const error = await errorOf(client.payments.capture(REFERENCE, MONEY, KEYED));
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ outcome, operation: 'payments.capture', code: type.code, ...more });
  });

  it('carries the request id of a header, never a key or a token', async () => {
    const { client } = setup([empty(403, { 'x-request-id': 'req-7' })]);
    const error = await errorOf(client.payments.retrieve(REFERENCE));
    expect(error.requestId).toBe('req-7');
    expect(JSON.stringify(error) + error.stack).not.toMatch(/token-1|test-(client|subscription)/);
  });

  it('stops reading at 1 MB also when the length is not told', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (c) => c.enqueue(new Uint8Array(64_000)) });
    const { client } = setup([new Response(endless)]);
    expect(await errorOf(client.payments.retrieve(REFERENCE))).toBeInstanceOf(VippsProtocolError);
  });

  it('tells a connection never made from one that was lost', async () => {
    const { client } = setup([failed('ECONNREFUSED'), failed('ECONNRESET'), new TypeError('fetch failed')], {
      maxRetries: 0,
    });
    for (const outcome of ['not_sent', 'unknown', 'unknown']) {
      const error = await errorOf(client.payments.capture(REFERENCE, MONEY, KEYED));
      expect(error).toBeInstanceOf(VippsConnectionError);
      expect(error.outcome).toBe(outcome);
    }
  });

  it('keeps what it does not know', async () => {
    const { client } = setup([json(payment({}, { state: 'SOMETHING_NEW', more: { a: 1 } }))]);
    expect(await client.payments.retrieve(REFERENCE)).toMatchObject({
      state: 'SOMETHING_NEW',
      more: { a: 1 },
    });
  });
});
