import { describe, expect, it, vi } from 'vitest';
import {
  createNetaxeptClient,
  NETAXEPT_TEST_BASE_URL,
  NetaxeptExceptionError,
  NetaxeptNotFoundError,
  NetsAuthenticationError,
  NetsProtocolError,
  NetsServerError,
  NetsTimeoutError,
  NetsUsageError,
  terminalLanguage,
} from './index.ts';
import {
  errorOf,
  exception,
  ID,
  info,
  infoText,
  lost,
  order,
  processed,
  registered,
  setup,
  xml,
} from './testing/wire.ts';

describe('what goes out', () => {
  it('is a form in the body of a POST: no token in the address', async () => {
    const { client, calls } = setup([registered()]);
    const request = order({ autoAuth: true, language: 'no_NO', paymentMethods: ['Visa', 'MasterCard'] });
    expect(
      await client.transactions.register({ ...request, extra: { orderDescription: 'Gebyr & sånt' } }),
    ).toEqual({
      transactionId: ID,
    });
    expect(calls[0]?.url).toBe(`${NETAXEPT_TEST_BASE_URL}/Netaxept/Register.aspx`);
    expect(calls[0]?.fields).toEqual({
      merchantId: '10000243',
      token: 'p+9_K=&x',
      orderNumber: 'sak-1',
      amount: '60000',
      currencyCode: 'NOK',
      redirectUrl: 'https://portal.example/return',
      language: 'no_NO',
      paymentMethodList: 'Visa,MasterCard',
      autoAuth: 'true',
      orderDescription: 'Gebyr & sånt',
    });
    expect(String(calls[0]?.init.body)).toContain('token=p%2B9_K%3D%26x');
    expect(calls[0]?.init).toMatchObject({ method: 'POST', redirect: 'manual' });
  });

  it('names the operation, and a sum only where one is given', async () => {
    const { client, calls } = setup(
      ['AUTH', 'SALE', 'CAPTURE', 'CREDIT', 'ANNUL'].map((name) => processed(name)),
    );
    const { auth, sale, capture, credit, annul } = client.transactions;
    const transactionId = ID;
    await auth({ transactionId });
    await sale({ transactionId });
    await capture({ transactionId, amount: 60_000 });
    await credit({ transactionId, amount: 1 });
    await annul({ transactionId });
    expect(calls.map(({ fields }) => [fields.operation, fields.transactionAmount])).toEqual([
      ['AUTH', undefined],
      ['SALE', undefined],
      ['CAPTURE', '60000'],
      ['CREDIT', '1'],
      ['ANNUL', undefined],
    ]);
  });

  it.each([
    [order({ amount: 0 }), 'amount'],
    [order({ amount: 599.8 }), 'amount'],
    [order({ currencyCode: '578' }), 'currencyCode'],
    [order({ orderNumber: ' ' }), 'orderNumber'],
    [order({ redirectUrl: 'http://portal.example/return' }), 'redirectUrl'],
    [order({ redirectUrl: '/return' }), 'redirectUrl'],
    [order({ language: 'nb-NO' }), 'language'],
    [order({ extra: { AUTOAUTH: 'true' } }), 'extra'],
  ])('is nothing when the call is wrong: %j', async (request, what) => {
    const error = await errorOf(setup([]).client.transactions.register(request));
    expect(error).toBeInstanceOf(NetsUsageError);
    expect(error.message).toContain(what);
  });

  it('leads to the terminal with an id, and never with anything else', () => {
    const { client } = setup([]);
    expect(client.terminal.url(ID)).toBe(
      `${NETAXEPT_TEST_BASE_URL}/Terminal/default.aspx?merchantId=10000243&transactionId=${ID}`,
    );
    expect(() => client.terminal.url('x&merchantId=1')).toThrow(NetsUsageError);
    expect(['nb', 'nn', 'en', 'fr'].map(terminalLanguage)).toEqual(['no_NO', 'no_NO', 'en_GB', 'no_NO']);
  });

  it.each([
    { merchantId: 'abc' },
    { merchantId: '123456789' },
    { token: '' },
    { token: 'x'.repeat(33) },
    { baseUrl: 'http://epayment.nets.eu' },
    { timeoutMs: 0 },
  ])('is nothing from a client with a wrong option: %j', (wrong) => {
    const options = { merchantId: '1', token: 't', baseUrl: NETAXEPT_TEST_BASE_URL, ...wrong };
    expect(() => createNetaxeptClient(options)).toThrow(NetsUsageError);
  });
});

describe('what comes back', () => {
  const query = (answer: Response) => setup([answer]).client.transactions.query(ID);

  it('may have elements that nobody knows, and a byte order mark', async () => {
    const more = '<SomethingNew><Amount>1</Amount></SomethingNew>';
    expect((await query(info({ more }))).order).toMatchObject({ amount: 60_000, total: 60_000, fee: 0 });
    const text = `\ufeff${await registered().text()}`;
    expect((await setup([xml(text)]).client.transactions.register(order())).transactionId).toBe(ID);
  });

  it.each([
    ['a sum that is none', info({ amount: '600,00' })],
    ['a sum below zero', info({ amount: '-1' })],
    ['a sum that no number holds', info({ amount: '9007199254740993' })],
    ['neither true nor false', info({ summary: '<Authorized>perhaps</Authorized>' })],
    ['another document', registered()],
    ['another transaction', xml(infoText().replace(ID, '0'.repeat(32)))],
    ['no summary', xml(infoText().replaceAll('Summary', 'Sum'))],
    ['not XML', xml('<html><br></html>')],
    [
      'an entity that is not XML’s own',
      xml('<!DOCTYPE x [<!ENTITY a "b">]><RegisterResponse>&a;</RegisterResponse>'),
    ],
    ['nothing', xml('')],
    ['far too deep', xml('<a>'.repeat(60) + '</a>'.repeat(60))],
    ['far too much', xml(`<a>${' '.repeat(1_000_001)}</a>`)],
    ['a redirect', new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } })],
  ])('is not understood, and proves nothing: %s', async (_what, answer) => {
    const error = await errorOf(query(answer));
    expect(error).toBeInstanceOf(NetsProtocolError);
    expect(error.outcome).toBe('unknown');
  });

  it('says yes to what was asked, or is not understood', async () => {
    const { client } = setup([processed('CREDIT'), processed('CAPTURE', '0'.repeat(32))]);
    for (const _ of [1, 2])
      expect(await errorOf(client.transactions.capture({ transactionId: ID }))).toMatchObject({
        code: 'NETS_PROTOCOL',
        outcome: 'unknown',
      });
  });

  it.each([
    ['AuthenticationException', 'Authentication failed (Test)', NetsAuthenticationError, 'refused'],
    ['GenericError', 'Unable to authenticate merchant', NetsAuthenticationError, 'refused'],
    ['QueryException', 'Unable to find transaction', NetaxeptNotFoundError, 'refused'],
    ['GenericError', 'Process setup has not been run on this transaction', NetaxeptExceptionError, 'refused'],
    ['BBSException', 'Unable to annul, wrong state', NetaxeptExceptionError, 'refused'],
    ['GenericError', 'Something else', NetaxeptExceptionError, 'unknown'],
    ['NobodyKnowsException', 'Something else', NetaxeptExceptionError, 'unknown'],
  ])('is a %s «%s»', async (type, message, kind, outcome) => {
    const error = await errorOf(
      setup([exception(type, message)]).client.transactions.capture({ transactionId: ID }),
    );
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ outcome, message: `${type}: ${message}`, httpStatus: 200 });
  });

  it('quotes no card number, in an exception or in the log of errors', async () => {
    const said = 'Auth Reg Comp Failure (4925000000000087)';
    const result = `<Result><ResponseCode>99</ResponseCode><ResponseSource>Netaxept</ResponseSource>
      <ResponseText>${said}</ResponseText></Result>`;
    const error = await errorOf(
      setup([exception('BBSException', said, result)]).client.transactions.auth({ transactionId: ID }),
    );
    expect(error).toMatchObject({
      result: { responseCode: '99', responseText: 'Auth Reg Comp Failure (…)' },
    });
    const found = await query(info({ more: `<Error><ResponseText>${said}</ResponseText></Error>` }));
    expect(JSON.stringify([error.message, error, found])).not.toContain('4925');
  });
});

describe('repeats', () => {
  it('a query after anything that passes', async () => {
    const { client, calls } = setup([xml('', 503), lost('ECONNRESET'), info()]);
    await client.transactions.query(ID);
    expect(calls).toHaveLength(3);
  });

  it('nothing else after an unknown outcome, and everything that certainly did nothing', async () => {
    const { client, calls } = setup([xml('', 500), lost('ECONNRESET'), lost('ECONNREFUSED'), registered()]);
    expect(await errorOf(client.transactions.credit({ transactionId: ID, amount: 1 }))).toBeInstanceOf(
      NetsServerError,
    );
    expect((await errorOf(client.transactions.register(order()))).outcome).toBe('unknown');
    expect(calls).toHaveLength(2);
    await client.transactions.register(order());
    expect(calls).toHaveLength(4);
  });

  it('ends when no complete answer comes in time', async () => {
    vi.useFakeTimers();
    const silent = (init: RequestInit) =>
      new Promise<Response>((_resolve, reject) =>
        init.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    const { client } = setup([silent], { timeoutMs: 1_000 });
    const call = errorOf(client.transactions.capture({ transactionId: ID }));
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
    const error = await call;
    expect(error).toBeInstanceOf(NetsTimeoutError);
    expect(error.outcome).toBe('unknown');
  });
});
