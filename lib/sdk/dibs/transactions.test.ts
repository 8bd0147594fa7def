import { describe, expect, it } from 'vitest';
import { FIXTURES_ABSENT, type Recording, readSpec } from './fixtures.test-helper.ts';
import { createMac, DibsApiError, DibsDeclinedError } from './index.ts';
import { errorOf, failed, json, KEY, sent, setup } from './wire.test-helper.ts';

const recording = readSpec<Recording>('dibs/json-api.recorded.json');
if (!recording) console.info(FIXTURES_ABSENT);
const CAPTURE = { transactionId: '1066783460', amount: 100 };
const accept = () => json({ status: 'ACCEPT' });

describe.runIf(recording)('the recorded API', () => {
  const request = (name: string) => recording?.requests.find(({ path }) => path.endsWith(name));

  it('got the capture request that this client sends, but for the MAC of an unpublished key', async () => {
    const recorded = request('/CaptureTransaction');
    const { client, calls } = setup([accept()]);
    await client.transactions.capture(CAPTURE);
    expect(calls[0]?.url).toBe(`https://${recording?.host}${recorded?.path}`);
    expect(new Headers(calls[0]?.init.headers).get('content-type')).toBe(recording?.contentType);
    expect([...new URLSearchParams(String(calls[0]?.init.body)).keys()]).toEqual([recording?.formField]);
    const body = sent(calls[0]);
    expect(Object.keys(body)).toEqual(Object.keys(recorded?.request ?? {}));
    expect({ ...body, MAC: '' }).toEqual({ ...recorded?.request, MAC: '' });
    expect(body.MAC).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(Object.entries(recording?.replies ?? {}))('answered %s', async (name, reply) => {
    const { client } = setup([json(reply)]);
    const [operation, result] = name.split('.');
    const operations: Record<string, () => Promise<unknown>> = {
      authorize: () =>
        client.transactions.authorizeTicket({ ticketId: '1', orderId: 'A', amount: 1, currency: 'NOK' }),
      capture: () => client.transactions.capture(CAPTURE),
      cancel: () => client.transactions.cancel(CAPTURE),
      refund: () => client.transactions.refund(CAPTURE),
      // CreateTicket takes card numbers and is not in this client; its reply reads as any other.
      ticket: () => client.transactions.cancel(CAPTURE),
    };
    const call = operations[operation ?? '']?.();
    if (!call) throw new Error(`a reply of an unknown operation: ${name}`);
    if (result === 'accept') {
      expect(await call).toMatchObject({ status: 'ACCEPT', raw: reply });
    } else if (result === 'decline') {
      const error = await errorOf(call);
      expect(error).toBeInstanceOf(DibsDeclinedError);
      expect(error).toMatchObject({ outcome: 'refused', declineReason: reply.declineReason });
    } else {
      const error = await errorOf(call);
      expect(error).toBeInstanceOf(DibsApiError);
      expect(error).toMatchObject({ outcome: 'refused', field: 'transactionId' });
    }
  });
});

describe('a call', () => {
  it.each([
    ['capture', 'CaptureTransaction', CAPTURE],
    ['cancel', 'CancelTransaction', { transactionId: '1066783460' }],
    ['refund', 'RefundTransaction', CAPTURE],
  ] as const)('%s is signed over its members', async (operation, name, members) => {
    const { client, calls } = setup([json({ status: 'PENDING' })]);
    expect((await client.transactions[operation](CAPTURE)).status).toBe('PENDING');
    expect(calls[0]?.url).toMatch(new RegExp(`/merchant/v1/JSON/Transaction/${name}$`));
    const { MAC, ...rest } = sent(calls[0]);
    expect(rest).toEqual({ ...members, merchantId: '90196871' });
    const text = Object.entries(rest).map(([key, value]) => [key, String(value)] as const);
    expect(MAC).toBe(createMac(text, KEY));
    expect(calls[0]?.init.redirect).toBe('manual');
  });

  it('gives the transaction of a ticket payment, and nothing without one', async () => {
    const ticket = { ticketId: '1070103439', orderId: 'A-2', amount: 100, currency: 'NOK' };
    const { client } = setup([
      json({ status: 'ACCEPT', transactionId: 1066662996, acquirer: 'TEST' }),
      accept(),
    ]);
    expect(await client.transactions.authorizeTicket(ticket)).toMatchObject({
      transactionId: '1066662996',
      acquirer: 'TEST',
    });
    expect(await errorOf(client.transactions.authorizeTicket(ticket))).toMatchObject({
      code: 'DIBS_PROTOCOL',
      outcome: 'unknown',
    });
  });

  it.each([
    { transactionId: '', amount: 1 },
    { transactionId: '1&amount=2', amount: 1 },
    { transactionId: '1', amount: 0 },
    { transactionId: '1', amount: 1.5 },
  ])('with %j is refused here', async (input) => {
    const { client, calls } = setup();
    for (const call of [client.transactions.capture, client.transactions.refund]) {
      expect(await errorOf(call(input))).toMatchObject({ code: 'DIBS_USAGE', outcome: 'not_sent' });
    }
    expect(calls).toEqual([]);
  });
});

describe('what is known after an error', () => {
  const cases: [string, () => Response | Error, object][] = [
    [
      'DECLINE',
      () => json({ status: 'DECLINE', declineReason: '1' }),
      { code: 'DIBS_DECLINED', outcome: 'refused' },
    ],
    [
      'ERROR of a field',
      () => json({ status: 'ERROR', declineReason: 'Validation error at field: amount - x' }),
      { code: 'DIBS_API', outcome: 'refused', field: 'amount' },
    ],
    [
      'ERROR of another kind',
      () => json({ status: 'ERROR', declineReason: 'Internal' }),
      { code: 'DIBS_API', outcome: 'unknown', field: undefined },
    ],
    ['another word', () => json({ status: 'MAYBE' }), { code: 'DIBS_PROTOCOL', outcome: 'unknown' }],
    ['a list', () => json([]), { code: 'DIBS_PROTOCOL', outcome: 'unknown' }],
    ['no JSON', () => new Response('<html>'), { code: 'DIBS_PROTOCOL', outcome: 'unknown' }],
    ['too much', () => new Response('x'.repeat(1_000_001)), { code: 'DIBS_PROTOCOL', outcome: 'unknown' }],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: '/x' } }),
      { code: 'DIBS_PROTOCOL', outcome: 'unknown' },
    ],
    [
      '500',
      () => json({}, 500, { 'x-request-id': 'r-1' }),
      { code: 'DIBS_SERVER', outcome: 'unknown', httpStatus: 500, requestId: 'r-1' },
    ],
    ['404', () => json({}, 404), { code: 'DIBS_HTTP', outcome: 'refused', httpStatus: 404 }],
    ['409', () => json({}, 409), { code: 'DIBS_HTTP', outcome: 'unknown' }],
    ['a lost connection', () => failed('ECONNRESET'), { code: 'DIBS_CONNECTION', outcome: 'unknown' }],
  ];
  it.each(cases)('%s, and it is not repeated', async (_what, answer, expected) => {
    for (const operation of ['capture', 'cancel', 'refund'] as const) {
      const { client, calls } = setup([answer(), accept()]);
      expect(await errorOf(client.transactions[operation](CAPTURE))).toMatchObject({
        ...expected,
        operation: `transactions.${operation}`,
      });
      expect(calls).toHaveLength(1);
    }
  });

  it('no answer in time, or stopped by the caller', async () => {
    const hang = (init: RequestInit) =>
      new Promise<Response>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const { client } = setup([hang, hang], { timeoutMs: 1 });
    expect(await errorOf(client.transactions.capture(CAPTURE))).toMatchObject({
      code: 'DIBS_TIMEOUT',
      outcome: 'unknown',
    });
    const stop = new AbortController();
    const call = client.transactions.capture(CAPTURE, { signal: stop.signal, timeoutMs: 60_000 });
    stop.abort();
    expect(await errorOf(call)).toMatchObject({ code: 'DIBS_ABORTED', outcome: 'unknown' });
    expect(await errorOf(client.transactions.capture(CAPTURE, { signal: stop.signal }))).toMatchObject({
      code: 'DIBS_ABORTED',
      outcome: 'not_sent',
    });
  });
});

describe('repeats', () => {
  it('come only after a try that certainly did nothing', async () => {
    const { client, calls, waits } = setup([
      failed('ECONNREFUSED'),
      json({}, 429, { 'retry-after': '3' }),
      accept(),
    ]);
    expect((await client.transactions.refund(CAPTURE)).status).toBe('ACCEPT');
    expect(calls).toHaveLength(3);
    expect(waits[1]?.suggestedMs).toBe(3000);
    expect(new Set(calls.map(({ init }) => init.body)).size).toBe(1);
  });

  it('end, and say that nothing was sent', async () => {
    const { client, calls } = setup([1, 2, 3].map(() => failed('ECONNREFUSED')));
    expect(await errorOf(client.transactions.capture(CAPTURE))).toMatchObject({ outcome: 'not_sent' });
    expect(calls).toHaveLength(3);
  });

  it('of an intent that once ended unknown are settled by a yes, never by a no', async () => {
    const { client, calls } = setup([
      accept(),
      json({ status: 'DECLINE', declineReason: '1' }),
      failed('ECONNREFUSED'),
      json({ status: 'DECLINE' }),
    ]);
    const again = { earlierUnknown: true };
    expect((await client.transactions.capture(CAPTURE, again)).status).toBe('ACCEPT');
    expect(await errorOf(client.transactions.capture(CAPTURE, again))).toMatchObject({
      code: 'DIBS_DECLINED',
      outcome: 'unknown',
    });
    expect(await errorOf(client.transactions.cancel(CAPTURE, again))).toMatchObject({ outcome: 'unknown' });
    expect(calls).toHaveLength(4);
  });
});
