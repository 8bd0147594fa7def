import { describe, expect, it } from 'vitest';
import { createPayexClient, PAYEX_TEST_BASE_URL, PayexProtocolError, PayexUsageError } from './index.ts';
import { CAPTURE, errorOf, ID, json, order, PAGE, request, setup, transaction } from './wire.test-helper.ts';

const header = (init: RequestInit | undefined, name: string) => new Headers(init?.headers).get(name);
const bodyOf = (init: RequestInit | undefined) => JSON.parse(String(init?.body));

describe('what goes over the wire', () => {
  it('creates with the token, the version and the payee, and gives the page by its rel', async () => {
    const { client, calls } = setup([order(['redirect-checkout', 'abort'], { status: 'Initialized' })]);
    const created = await client.create(request());
    expect(created).toMatchObject({ id: ID, status: 'Initialized', redirectUrl: PAGE });
    expect(calls[0]?.url).toBe(`${PAYEX_TEST_BASE_URL}/psp/paymentorders`);
    expect(calls[0]?.init).toMatchObject({ method: 'POST', redirect: 'manual' });
    expect(header(calls[0]?.init, 'authorization')).toBe('Bearer test-access-token');
    expect(header(calls[0]?.init, 'content-type')).toBe('application/json;version=3.1');
    expect(bodyOf(calls[0]?.init)).toEqual({
      paymentorder: {
        ...request(),
        operation: 'Purchase',
        payeeInfo: { payeeId: 'payee-1', payeeReference: 'I8c1e0d5aN1', orderReference: 'sak-1' },
      },
    });
  });

  it('reads with the version in Accept, and a new session id each time', async () => {
    const { client, calls } = setup([order([]), order([])]);
    await client.retrieve(ID);
    await client.retrieve(ID, { expand: ['failedAttempts'] });
    expect(header(calls[0]?.init, 'accept')).toBe('application/json;version=3.1');
    expect(calls[0]?.url).toBe(
      `${PAYEX_TEST_BASE_URL}${ID}?$expand=paid,cancelled,reversed,failed,aborted,financialtransactions,payeeinfo`,
    );
    expect(calls[1]?.url).toContain(',failedattempts');
    expect(calls.map(({ init }) => header(init, 'session-id'))).toEqual(['session-1', 'session-2']);
  });

  it('keeps a path in the base URL, also for links that are paths', async () => {
    const relative = { operations: [{ rel: 'abort', method: 'PATCH', href: ID }] };
    const paymentOrder = { id: ID, status: 'Initialized', currency: 'NOK', amount: 1, vatAmount: 0 };
    const { client, calls } = setup(
      [json({ paymentOrder, ...relative }), json({ paymentOrder: { ...paymentOrder, status: 'Aborted' } })],
      { baseUrl: 'http://127.0.0.1:4010/payex/' },
    );
    await client.abort(ID);
    expect(calls[1]?.url).toBe(`http://127.0.0.1:4010/payex${ID}`);
  });

  it('picks every operation by its rel, after a read', async () => {
    const all = [
      'capture',
      'cancel',
      'reversal',
      'abort',
      'abort-paymentattempt',
      'update-order',
      'set-instrument',
    ];
    const { client, calls, sent } = setup(Array.from({ length: 14 }, () => order(all)));
    await client.capture(ID, CAPTURE);
    await client.cancel(ID, { description: 'Angret', payeeReference: 'C1' });
    await client.reverse(ID, { ...CAPTURE, payeeReference: 'R1' });
    await client.abort(ID);
    await client.abortAttempt(ID);
    await client.updateOrder(ID, { amount: 5, vatAmount: 1 });
    await client.setInstrument(ID, 'Vipps');
    expect(sent().filter((line) => line !== 'GET ')).toEqual([
      'POST /captures',
      'POST /cancellations',
      'POST /reversals',
      'PATCH ',
      'PATCH ',
      'PATCH ',
      'PATCH ',
    ]);
    const bodies = calls.filter(({ init }) => init.method !== 'GET').map(({ init }) => bodyOf(init));
    expect(bodies[0]).toEqual({ transaction: CAPTURE });
    expect(bodies.slice(3)).toEqual([
      { paymentorder: { operation: 'Abort', abortReason: 'CancelledByConsumer' } },
      { paymentorder: { operation: 'PaymentAttemptAborted', abortReason: 'AbortedByUI' } },
      { paymentorder: { operation: 'UpdateOrder', amount: 5, vatAmount: 1 } },
      { paymentorder: { operation: 'SetInstrument', instrument: 'Vipps' } },
    ]);
  });

  it('understands the names of v2', async () => {
    const { client, sent } = setup([
      json({
        paymentorder: { id: ID, status: 'Initialized', currency: 'NOK', amount: 1, vatAmount: 0 },
        operations: [
          { rel: 'update-paymentorder-abort', method: 'PATCH', href: `${PAYEX_TEST_BASE_URL}${ID}` },
        ],
      }),
      order([], { status: 'Aborted' }),
    ]);
    expect((await client.abort(ID)).status).toBe('Aborted');
    expect(sent()).toEqual(['GET ', 'PATCH ']);
  });

  it('follows the link of a part that came unexpanded', async () => {
    const { client, sent } = setup([
      order([], {
        paid: { id: `${ID}/paid` },
        financialTransactions: { id: `${ID}/financialtransactions` },
        failed: { id: `${ID}/failed` },
      }),
      json({ paymentOrder: ID, paid: { id: `${ID}/paid`, amount: 60000, instrument: 'Vipps' } }),
      json({
        paymentorder: ID,
        financialTransactions: {
          id: `${ID}/financialtransactions`,
          financialTransactionsList: [transaction('Capture', 60000, 'CAP1')],
        },
      }),
    ]);
    const read = await client.retrieve(ID);
    expect(sent()).toEqual(['GET ', 'GET /paid', 'GET /financialtransactions']);
    expect(read.paid?.instrument).toBe('Vipps');
    expect(read.financialTransactions?.list).toHaveLength(1);
  });
});

describe('addresses', () => {
  it.each([
    'https://api.payex.com/psp/paymentorders/x/captures',
    'http://api.externalintegration.payex.com/psp/x',
    'https://api.externalintegration.payex.com.evil.example/psp',
    'https://u:p@api.externalintegration.payex.com/psp',
    '//evil.example/psp',
    'javascript:alert(1)',
  ])('never sends the token to %s', async (href) => {
    const { client, sent } = setup([
      json({
        paymentOrder: { id: ID, status: 'Initialized', currency: 'NOK', amount: 1, vatAmount: 0 },
        operations: [{ rel: 'capture', method: 'POST', href }],
      }),
    ]);
    const error = await errorOf(client.capture(ID, CAPTURE));
    expect(error).toBeInstanceOf(PayexProtocolError);
    expect(error.outcome).toBe('not_sent');
    expect(sent()).toEqual(['GET ']);
  });

  it.each(['http://ecom.example/x', 'javascript:alert(1)', 'x'])(
    'gives no payer the page %s',
    async (href) => {
      const { client } = setup([
        json({
          paymentOrder: { id: ID, status: 'Initialized', currency: 'NOK', amount: 1, vatAmount: 0 },
          operations: [{ rel: 'redirect-checkout', method: 'GET', href }],
        }),
      ]);
      expect(await errorOf(client.create(request()))).toMatchObject({
        code: 'PAYEX_PROTOCOL',
        outcome: 'unknown',
      });
    },
  );
});

describe('checks before sending', () => {
  type Client = ReturnType<typeof createPayexClient>['paymentOrders'];
  const bad: [string, (client: Client) => Promise<unknown>][] = [
    ['an amount that is not an integer', (c) => c.create(request({ amount: 599.8 }))],
    ['an amount beyond safe integers', (c) => c.capture(ID, { ...CAPTURE, amount: 2 ** 53 })],
    ['an amount of zero', (c) => c.reverse(ID, { ...CAPTURE, amount: 0 })],
    ['VAT above the amount', (c) => c.create(request({ vatAmount: 60001 }))],
    ['a long description', (c) => c.create(request({ description: 'x'.repeat(41) }))],
    ['an empty description', (c) => c.cancel(ID, { description: '', payeeReference: 'A' })],
    ['a payee reference with a dash', (c) => c.capture(ID, { ...CAPTURE, payeeReference: 'a-b' })],
    ['a long payee reference', (c) => c.create(request({ payeeInfo: { payeeReference: 'x'.repeat(31) } }))],
    [
      'a long order reference',
      (c) => c.create(request({ payeeInfo: { payeeReference: 'a', orderReference: 'x'.repeat(51) } })),
    ],
    ['Swish in kroner of Norway', (c) => c.create(request({ instrument: 'Swish' }))],
    ['a language without country', (c) => c.create(request({ language: 'nb' }))],
    ['no host', (c) => c.create(request({ urls: { ...request().urls, hostUrls: [] } }))],
    [
      'a callback over http',
      (c) => c.create(request({ urls: { ...request().urls, callbackUrl: 'http://a.b' } })),
    ],
    ['an id that is an address', (c) => c.retrieve('https://evil.example/psp/paymentorders/1')],
    ['an id that climbs', (c) => c.retrieve('/psp/paymentorders/../x')],
    ['an id with a query', (c) => c.retrieve(`${ID}?x`)],
    [
      'lines that do not sum up',
      (c) =>
        c.create(
          request({
            orderItems: [
              {
                reference: 'a',
                name: 'Gebyr',
                type: 'SERVICE',
                class: 'Gebyr',
                quantity: 1,
                quantityUnit: 'stk',
                unitPrice: 59999,
                vatPercent: 0,
                amount: 59999,
                vatAmount: 0,
              },
            ],
          }),
        ),
    ],
  ];

  it.each(bad)('refuses %s', async (_, run) => {
    const { client, calls } = setup([]);
    const error = await errorOf(run(client));
    expect(error).toBeInstanceOf(PayexUsageError);
    expect(error.outcome).toBe('not_sent');
    expect(calls).toHaveLength(0);
  });

  it.each(['http://api.example', 'https://u:p@api.example', 'https://api.example?x', 'api.example'])(
    'refuses the base URL %s',
    (baseUrl) =>
      expect(() => createPayexClient({ accessToken: 'k', payeeId: 'p', baseUrl })).toThrow(PayexUsageError),
  );

  it('refuses a token that would break the header', () => {
    expect(() =>
      createPayexClient({ accessToken: 'a\nb', payeeId: 'p', baseUrl: PAYEX_TEST_BASE_URL }),
    ).toThrow(PayexUsageError);
  });
});

describe('retrieve', () => {
  it.each([
    ['another payment order', { id: '/psp/paymentorders/other' }],
    ['an id that is an address', { id: `https://evil.example${ID}` }],
    ['no status', { status: undefined }],
    ['an amount as text', { amount: '60000' }],
    ['a fraction', { remainingCaptureAmount: 0.5 }],
    ['a negative amount', { amount: -1 }],
    ['no currency', { currency: null }],
    ['a paid amount as text', { paid: { id: `${ID}/paid`, amount: '1' } }],
    [
      'a transaction without an amount',
      { financialTransactions: { id: 'x', financialTransactionsList: [{ id: 'y', type: 'Capture' }] } },
    ],
  ])('takes %s for no evidence', async (_, more) => {
    const { client } = setup([order([], more)]);
    expect(await errorOf(client.retrieve(ID))).toBeInstanceOf(PayexProtocolError);
  });
});
