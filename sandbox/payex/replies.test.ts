import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPayex } from './testing/start-payex.ts';

let sandbox: Awaited<ReturnType<typeof startPayex>>;
beforeAll(async () => {
  sandbox = await startPayex();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

const paid = async () => {
  const id = await sandbox.create();
  await sandbox.pay(id);
  return id;
};

describe('GET can lie', () => {
  test.each([
    ['amount', { amount: 59900, paid: { amount: 59900 } }],
    ['currency', { currency: 'EUR' }],
    ['reference', { payeeInfo: { orderReference: 'en-annen' }, paid: { orderReference: 'en-annen' } }],
  ])('about the %s, and the books know better', async (name, lie) => {
    const id = await paid();
    sandbox.fault(name, 'wrong', { times: 1 });
    expect((await sandbox.get(id)).paymentOrder).toMatchObject(lie);
    expect((await sandbox.get(id)).paymentOrder).toMatchObject({ amount: 60000, currency: 'NOK' });
  });

  test('with a status nobody knows, and with parts that stay links', async () => {
    const id = await paid();
    sandbox.fault('status', 'unknown', { times: 1 });
    expect(await sandbox.get(id)).toMatchObject({ paymentOrder: { status: 'SomethingNew' }, operations: [] });
    sandbox.fault('expand', 'ignored', { times: 1 });
    expect((await sandbox.get(id)).paymentOrder.paid).toEqual({ id: `${id}/paid` });
  });
});

describe('replies that suffer', () => {
  const money = () => ({
    transaction: { description: 'Gebyr', amount: 100, vatAmount: 0, payeeReference: sandbox.reference() },
  });
  const calls: Record<
    string,
    { prepare: () => Promise<string>; run: (id: string) => Promise<{ status: number }> }
  > = {
    create: {
      prepare: async () => '',
      run: () => sandbox.call('POST', '/psp/paymentorders', sandbox.body()),
    },
    get: { prepare: paid, run: (id) => sandbox.call('GET', id) },
    charge: { prepare: paid, run: (id) => sandbox.call('POST', `${id}/captures`, money()) },
    cancel: {
      prepare: paid,
      run: (id) =>
        sandbox.call('POST', `${id}/cancellations`, {
          transaction: { description: 'x', payeeReference: sandbox.reference() },
        }),
    },
    refund: {
      async prepare() {
        const id = await paid();
        await sandbox.call('POST', `${id}/captures`, money());
        return id;
      },
      run: (id) => sandbox.call('POST', `${id}/reversals`, money()),
    },
    terminate: {
      prepare: () => sandbox.create(),
      run: (id) => sandbox.call('PATCH', id, { paymentorder: { operation: 'Abort', abortReason: 'x' } }),
    },
  };
  const books = async () =>
    (await sandbox.call('GET', '/books')).json.map((one: object) => ({ ...one, deliveries: [] }));

  describe.each(Object.entries(calls))('%s', (operation, { prepare, run }) => {
    test.each(['dead', 'lost-before-commit', 'lost-after-commit'])('%s: no answer', async (value) => {
      const id = await prepare();
      const before = await books();
      sandbox.fault(operation, value, { times: 1 });
      await expect(run(id)).rejects.toThrow('fetch failed');
      if (value === 'lost-after-commit' && operation !== 'get') expect(await books()).not.toEqual(before);
      else expect(await books()).toEqual(before);
    });

    test.each([500, 429])('answers %i and does nothing', async (status) => {
      const id = await prepare();
      const before = await books();
      sandbox.fault(operation, String(status), { times: 1 });
      expect(await run(id)).toMatchObject({ status, json: { type: expect.any(String) } });
      expect(await books()).toEqual(before);
    });

    test('slow and slow-commit answer in the end', async () => {
      for (const value of ['slow:20', 'slow-commit:20']) {
        const id = await prepare();
        sandbox.fault(operation, value, { times: 1 });
        expect((await run(id)).status).toBeLessThan(300);
      }
    });
  });

  test('api reaches every call, and one reference alone', async () => {
    const body = sandbox.body();
    sandbox.fault('api', '500', { reference: body.paymentorder.payeeInfo.payeeReference });
    expect(await sandbox.call('POST', '/psp/paymentorders', body)).toMatchObject({ status: 500 });
    expect(await sandbox.call('POST', '/psp/paymentorders', sandbox.body())).toMatchObject({ status: 201 });
    const id = await sandbox.create();
    sandbox.fault('api', '429');
    expect(await sandbox.call('GET', `${id}/history`)).toMatchObject({ status: 429 });
  });
});
