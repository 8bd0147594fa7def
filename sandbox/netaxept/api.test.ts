import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasReference, readRecording } from './testing/reference.ts';
import {
  another,
  credentials,
  elementIn,
  elementsOf,
  order,
  startNetaxept,
} from './testing/start-netaxept.ts';

let sandbox: Awaited<ReturnType<typeof startNetaxept>>;
beforeAll(async () => {
  sandbox = await startNetaxept();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

const refusal = (xml: string) => [/xsi:type="(\w+)"/.exec(xml)?.[1], elementIn(xml, 'Message')];
const sums = (xml: string) =>
  ['Authorized', 'Annulled', 'Annuled', 'AmountCaptured', 'AmountCredited'].map((name) =>
    elementIn(xml, name),
  );

async function paid(fields: Record<string, string> = {}, how: object = {}): Promise<string> {
  const id = await sandbox.register(fields);
  expect(await sandbox.pay(id, how)).toMatchObject({ outcome: 'paid' });
  return id;
}

describe('Register', () => {
  it('gives 32 hex digits, by GET and by POST, in any case of the address', async () => {
    expect(await sandbox.register()).toMatch(/^[0-9a-f]{32}$/);
    const query = new URLSearchParams({ ...credentials, ...order });
    const got = await sandbox.ask('GET', `/netaxept/register.aspx?${query}`);
    expect(elementIn(got.text, 'TransactionId')).toMatch(/^[0-9a-f]{32}$/);
    expect(got.status).toBe(200);
  });

  it.each([
    [{ orderNumber: '' }, 'ValidationException', 'Missing parameter: &#39;Order Number&#39;'],
    [{ amount: '0' }, 'ValidationException', 'Transaction amount must be greater than zero.'],
    [{ amount: '' }, 'ValidationException', 'Transaction amount must be greater than zero.'],
    [{ amount: '1,50' }, 'ValidationException', 'Transaction amount must be greater than zero.'],
    [
      { currencyCode: 'XXX' },
      'GenericError',
      'Unable to translate supermerchant to submerchant, please check currency code and merchant ID',
    ],
    [{ token: 'sandbox netaxept/token=1' }, 'AuthenticationException', 'Authentication failed (Test)'],
    [{ token: another.token }, 'AuthenticationException', 'Authentication failed (Test)'],
  ])('refuses %j, with status 200', async (fields, type, message) => {
    const { status, text } = await sandbox.ask('POST', '/Netaxept/Register.aspx', {
      ...credentials,
      ...order,
      ...fields,
    });
    expect(status).toBe(200);
    expect(refusal(text)).toEqual([type, message]);
  });
});

describe('Process and Query', () => {
  it('takes what the terminal has held, and gives it back in parts, not one øre more', async () => {
    const id = await paid();
    expect(sums(await sandbox.query(id))).toEqual(['true', 'false', 'false', '0', '0']);
    expect(elementIn(await sandbox.process('CAPTURE', id), 'ResponseCode')).toBe('OK');
    expect(elementIn(await sandbox.process('CREDIT', id, '10000'), 'ResponseCode')).toBe('OK');
    expect(refusal(await sandbox.process('CREDIT', id, '50001'))).toEqual([
      'GenericError',
      'Unable to credit more than captured amount',
    ]);
    expect(elementIn(await sandbox.process('CREDIT', id), 'ResponseCode')).toBe('OK');
    expect(sums(await sandbox.query(id))).toEqual(['true', 'false', 'false', '60000', '60000']);
    expect(await sandbox.book(id)).toMatchObject({ charged: 60_000, refunded: 60_000, cancelled: 0 });
  });

  it('lets go of what is held, once, and of nothing else', async () => {
    const id = await sandbox.register();
    const wrong = ['GenericError', 'Unable to annul, wrong state'];
    expect(refusal(await sandbox.process('ANNUL', id))).toEqual(wrong);
    await sandbox.pay(id);
    expect(elementIn(await sandbox.process('ANNUL', id), 'ResponseCode')).toBe('OK');
    expect(sums(await sandbox.query(id)).slice(1, 3)).toEqual(['true', 'true']);
    expect(refusal(await sandbox.process('ANNUL', id))).toEqual(wrong);
    expect(refusal(await sandbox.process('CAPTURE', id))[0]).toBe('GenericError');
    const taken = await paid();
    await sandbox.process('CAPTURE', taken, '1');
    expect(refusal(await sandbox.process('ANNUL', taken))).toEqual(wrong);
  });

  it('authorises by itself only where that was asked for', async () => {
    const id = await sandbox.register({ autoAuth: '' });
    const unready = ['GenericError', 'Process setup has not been run on this transaction'];
    expect(refusal(await sandbox.process('AUTH', id))).toEqual(unready);
    expect(await sandbox.pay(id)).toMatchObject({ outcome: 'paid' });
    expect(sums(await sandbox.query(id))[0]).toBe('false');
    expect(elementIn(await sandbox.process('SALE', id), 'AuthorizationId')).toMatch(/^\d{6}$/);
    expect(sums(await sandbox.query(id))).toEqual(['true', 'false', 'false', '60000', '0']);
    expect(refusal(await sandbox.process('AUTH', id))[0]).toBe('GenericError');
  });

  it('is the merchant’s own', async () => {
    const transactionId = await paid();
    const theirs = (page: string, more = {}) => sandbox.call(page, { ...another, transactionId, ...more });
    expect(refusal(await theirs('Query'))).toEqual(['QueryException', 'Unable to find transaction']);
    expect(refusal(await theirs('Process', { operation: 'CAPTURE' }))[1]).toBe('Unable to find transaction');
    expect(await sandbox.book(transactionId)).toMatchObject({ charged: 0 });
  });

  it('refuses by card and by sum', async () => {
    const untakable = await paid({}, { card: '4925000000000079' });
    const refused = await sandbox.process('CAPTURE', untakable);
    expect(refusal(refused)[0]).toBe('BBSException');
    expect(elementIn(refused, 'ResponseCode')).toBe('99');
    expect(await sandbox.book(untakable)).toMatchObject({ reserved: 60_000, charged: 0 });

    for (const [amount, code] of [
      ['52', '52'],
      ['152', '52'],
      ['101', '01'],
    ] as const) {
      const id = await sandbox.register({ amount });
      expect(await sandbox.pay(id)).toMatchObject({
        outcome: 'declined',
        location: expect.stringContaining(`responseCode=${code}`),
      });
      expect(
        elementIn(/<Error>[\s\S]*<\/Error>/.exec(await sandbox.query(id))?.[0] ?? '', 'ResponseCode'),
      ).toBe(code);
    }
    for (const amount of ['100', '200', '252']) await paid({ amount });
  });

  it.runIf(hasReference)('answers with the elements of the recorded answers, in their order', async () => {
    const id = await paid({ amount: '100', orderDescription: '' });
    expect(elementsOf(await sandbox.query(id))).toEqual(
      elementsOf(readRecording('xml/am.PaymentInfo.authorized.xml')),
    );
    const recorded = (name: string) => elementsOf(readRecording(`xml/${name}`));
    expect(elementsOf(await sandbox.call('Register', order))).toEqual(recorded('am.RegisterResponse.xml'));
    expect(elementsOf(await sandbox.call('Query', { transactionId: 'none' }))).toEqual(
      recorded('am.Exception.QueryException.xml'),
    );
    const asked = await sandbox.register({ autoAuth: '' });
    await sandbox.pay(asked);
    expect(elementsOf(await sandbox.process('AUTH', asked))).toEqual(recorded('auth.1.Process.AUTH.xml'));
    const batched = (names: string[]) => names.filter((name) => name !== 'BatchNumber');
    expect(batched(elementsOf(await sandbox.process('CAPTURE', asked)))).toEqual(
      recorded('capture.1.Process.CAPTURE.xml'),
    );
    expect(batched(elementsOf(await sandbox.process('CREDIT', asked)))).toEqual(
      recorded('credit.3.Process.CREDIT.xml'),
    );
  });
});

describe('faults', () => {
  const lost = (call: Promise<unknown>) => expect(call).rejects.toThrow();

  it.each(['lost-after-commit', 'lost-before-commit', 'dead'])('%s', async (value) => {
    const id = await paid();
    sandbox.fault('capture', value, { reference: id, times: 1 });
    await lost(sandbox.process('CAPTURE', id));
    expect(await sandbox.book(id)).toMatchObject({ charged: value === 'lost-after-commit' ? 60_000 : 0 });
  });

  it.each(['500', '429'])('%s', async (value) => {
    const id = await paid();
    sandbox.fault('api', value);
    const { status } = await sandbox.ask('POST', '/Netaxept/Query.aspx', {
      ...credentials,
      transactionId: id,
    });
    expect(status).toBe(Number(value));
  });

  it('a no of the bank’s, and exceptions that nobody knows', async () => {
    const id = await paid();
    sandbox.fault('annul', 'refused', { times: 1 });
    expect(refusal(await sandbox.process('ANNUL', id))[0]).toBe('BBSException');
    sandbox.fault('annul', 'exception', { times: 1 });
    expect(refusal(await sandbox.process('ANNUL', id))[0]).toBe('UnheardOfException');
    expect(await sandbox.book(id)).toMatchObject({ cancelled: 0 });
    sandbox.fault('annul', 'exception-after-commit', { times: 1 });
    expect(refusal(await sandbox.process('ANNUL', id))[0]).toBe('UnheardOfException');
    expect(await sandbox.book(id)).toMatchObject({ cancelled: 60_000 });
  });

  it('another sum, currency, order or nothing that anybody knows', async () => {
    const id = await paid();
    for (const name of ['amount', 'currency', 'reference']) sandbox.fault(name, 'wrong', { reference: id });
    const told = await sandbox.query(id);
    expect(['Amount', 'Currency', 'OrderNumber'].map((name) => elementIn(told, name))).toEqual([
      '59900',
      'SEK',
      'X-sak-1',
    ]);
    sandbox.fault('status', 'unknown');
    expect(await sandbox.query(id)).not.toContain('<Summary>');
  });
});
