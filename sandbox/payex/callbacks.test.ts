import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPayex } from './testing/start-payex.ts';

let sandbox: Awaited<ReturnType<typeof startPayex>>;
beforeAll(async () => {
  sandbox = await startPayex();
});
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.clearFaults();
  sandbox.receiver.clear();
  sandbox.receiver.statuses.length = 0;
});

const { received, statuses } = {
  received: () => sandbox.receiver.received,
  statuses: () => sandbox.receiver.statuses,
};
const pay = async (body: Record<string, string> = {}) => {
  const id = await sandbox.create();
  return { id, paid: await sandbox.pay(id, body) };
};
const capture = (id: string, amount = 60000) =>
  sandbox.follow(id, 'capture', {
    transaction: { description: 'Gebyr', amount, vatAmount: 0, payeeReference: sandbox.reference() },
  });
const deliveries = async (id: string) => (await sandbox.book(id)).deliveries;

test('a callback for each transaction and each failed try, to the address with its secret; none for leaving', async () => {
  const left = await sandbox.create();
  await sandbox.call(
    'POST',
    `/books/${encodeURIComponent(left)}/cancel`,
    {},
    { 'content-type': 'application/json' },
  );
  const { id } = await pay({ card: '4111111111111111' });
  await sandbox.pay(id);
  await capture(id);
  await sandbox.receiver.until(3);
  expect((await deliveries(id)).map(({ event }: { event: string }) => event)).toEqual([
    'PaymentAttemptFailed',
    'PaymentPaid',
    'PaymentCaptured',
  ]);
  expect(await deliveries(left)).toEqual([]);
  for (const { path, body } of received()) {
    expect(path).toBe('/hooks/payex?t=k3y');
    expect(body).toEqual({
      orderReference: 'instans-8c1e',
      paymentOrder: { id, instrument: 'paymentorders', number: expect.any(Number) },
    });
  }
  const numbers = new Set(received().map(({ body }) => body.paymentOrder.number));
  expect(numbers.size).toBe(3);
});

test('tries again until 200', async () => {
  sandbox.fault('retry', 'fast');
  statuses().push(500, 204, 302, 200);
  const { id } = await pay();
  await sandbox.receiver.until(4);
  await expect.poll(async () => (await deliveries(id))[0].state).toBe('delivered');
  expect((await deliveries(id))[0].attempts.map(({ status }: { status: number }) => status)).toEqual([
    500, 204, 302, 200,
  ]);
});

test('gives up after seven attempts', async () => {
  sandbox.fault('retry', 'fast');
  statuses().push(...Array.from({ length: 8 }, () => 503));
  const { id } = await pay();
  await expect.poll(async () => (await deliveries(id))[0].state).toBe('given-up');
  expect((await deliveries(id))[0].attempts).toHaveLength(7);
  statuses().length = 0;
  const replay = `/books/${encodeURIComponent(id)}/replay-webhook`;
  await sandbox.call('POST', replay, {}, { 'content-type': 'application/json' });
  expect((await deliveries(id))[0].state).toBe('delivered');
});

test('nothing is sent without a callback address, and a receiver that is not there harms nothing', async () => {
  const urls = {
    hostUrls: ['http://localhost:3000'],
    completeUrl: 'https://a.example',
    cancelUrl: 'https://a.example',
  };
  const silent = await sandbox.create({ urls });
  await sandbox.pay(silent);
  expect(await deliveries(silent)).toEqual([]);
  const lost = await sandbox.create({ urls: { ...urls, callbackUrl: 'http://127.0.0.1:1/none' } });
  await sandbox.pay(lost);
  await expect.poll(async () => (await deliveries(lost))[0].attempts).toHaveLength(1);
  expect((await deliveries(lost))[0]).toMatchObject({
    state: 'waiting',
    attempts: [{ error: expect.any(String) }],
  });
});

describe('faults', () => {
  test('never, and only for the payment meant', async () => {
    const silent = await sandbox.create();
    sandbox.fault('webhook', 'never', { reference: silent });
    await sandbox.pay(silent);
    const { id } = await pay();
    await sandbox.receiver.until(1);
    expect(received().map(({ body }) => body.paymentOrder.id)).toEqual([id]);
    expect(await deliveries(silent)).toMatchObject([{ state: 'suppressed' }]);
  });

  test('twice', async () => {
    sandbox.fault('webhook', 'twice', { times: 1 });
    await pay();
    await sandbox.receiver.until(2);
    expect(received()[1]?.body).toEqual(received()[0]?.body);
  });

  test('before the return', async () => {
    sandbox.fault('webhook', 'before-return');
    await pay();
    expect(received()).toHaveLength(1);
  });

  test('late, and after the return', async () => {
    for (const value of ['late:30', 'after-return:1']) {
      sandbox.receiver.clear();
      sandbox.fault('webhook', value);
      expect((await pay()).paid.outcome).toBe('paid');
      await sandbox.receiver.until(1);
    }
  });

  test('reordered: overtaken by the next', async () => {
    sandbox.fault('webhook', 'reordered', { times: 1 });
    const { id } = await pay();
    await capture(id);
    await sandbox.receiver.until(2);
    const numbers = received().map(({ body }) => body.paymentOrder.number);
    const { charges } = await sandbox.book(id);
    expect(numbers[0]).toBe(charges[0].number);
    expect(numbers[1]).not.toBe(charges[0].number);
  });

  test('a wrong address, and a wrong payment order', async () => {
    sandbox.fault('webhook', 'wrong-address', { times: 1 });
    await pay();
    await sandbox.receiver.until(1);
    expect(received()[0]?.path).toBe('/hooks/payex?t=k3x');
    sandbox.fault('webhook', 'wrong-order', { times: 1 });
    const { id } = await pay();
    await sandbox.receiver.until(2);
    expect(received()[1]?.body.paymentOrder.id).not.toBe(id);
  });

  test('return without callback, and never returning', async () => {
    sandbox.fault('return', 'without-webhook', { times: 1 });
    const alone = await pay();
    expect(alone.paid.location).toContain('/pay/complete');
    expect(await deliveries(alone.id)).toMatchObject([{ state: 'suppressed' }]);
    sandbox.fault('return', 'never', { times: 1 });
    expect((await pay()).paid).toEqual({ outcome: 'paid' });
    await sandbox.receiver.until(1);
  });

  test('told as failed, and paid when the books are asked to', async () => {
    sandbox.fault('outcome', 'paid-after-failed:manual', { times: 1 });
    const { id, paid } = await pay();
    expect(paid).toMatchObject({ outcome: 'failed', location: 'http://localhost:3000/pay/complete?x=1' });
    const failed = await sandbox.get(id);
    expect(failed).toMatchObject({
      paymentOrder: { status: 'Failed', failed: { problem: { status: 504 } } },
      operations: [],
    });
    const settle = () =>
      sandbox.call(
        'POST',
        `/books/${encodeURIComponent(id)}/settle`,
        {},
        { 'content-type': 'application/json' },
      );
    expect(await settle()).toMatchObject({ json: { status: 'Paid', reserved: 60000 } });
    expect(await settle()).toMatchObject({ status: 409 });
    expect((await sandbox.get(id)).paymentOrder).toMatchObject({ status: 'Paid', paid: { amount: 60000 } });
    await sandbox.receiver.until(2);
    expect((await deliveries(id)).map(({ event }: { event: string }) => event)).toEqual([
      'PaymentFailed',
      'PaymentPaid',
    ]);
  });

  test('told as failed, and paid by itself; the same after an abort', async () => {
    sandbox.fault('outcome', 'paid-after-failed:20', { times: 1 });
    const { id } = await pay();
    await expect.poll(async () => (await sandbox.book(id)).status).toBe('Paid');
    sandbox.fault('outcome', 'paid-after-aborted', { times: 1 });
    const aborted = await sandbox.create();
    const at = `/books/${encodeURIComponent(aborted)}`;
    await sandbox.call('POST', `${at}/cancel`, {}, { 'content-type': 'application/json' });
    expect(await sandbox.book(aborted)).toMatchObject({ status: 'Aborted', late: true });
    await sandbox.call('POST', `${at}/settle`, {}, { 'content-type': 'application/json' });
    expect((await sandbox.get(aborted)).paymentOrder).toMatchObject({ status: 'Paid' });
  });
});
