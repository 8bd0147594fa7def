import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mac, startDibs } from './testing/start-dibs.ts';

let sandbox: Awaited<ReturnType<typeof startDibs>>;
beforeAll(async () => {
  sandbox = await startDibs();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());
/** Each test has an order of its own: callbacks of another one may still be under way. */
let order = '';
beforeEach(({ task }) => {
  order = task.id;
});
const open = (more: Record<string, string> = {}) => sandbox.open({ orderId: order, ...more });
const until = (count: number) => sandbox.receiver.until(order, count);
const last = () => sandbox.receiver.last(order);
const told = () => sandbox.receiver.told(order);
const isSigned = (fields: Record<string, string>) => fields.MAC === mac(Object.entries(fields));

describe('callbacks', () => {
  test('say what the browser says, signed over all of it', async () => {
    const { outcome, back } = await sandbox.pay(await open());
    await until(1);
    expect(outcome).toBe('paid');
    expect(last()).toEqual(back.fields);
    expect(isSigned(last())).toBe(true);
  });

  test('come again until one is answered 200', async () => {
    sandbox.fault('retry', 'fast');
    sandbox.receiver.statuses.push(500, 303, 204);
    const id = await open();
    await sandbox.pay(id);
    await until(4);
    await expect
      .poll(async () => (await sandbox.book(id)).deliveries)
      .toMatchObject([
        {
          state: 'delivered',
          attempts: [{ status: 500 }, { status: 303 }, { status: 204 }, { status: 200 }],
        },
      ]);
  });

  test('never, and sent afterwards by hand', async () => {
    sandbox.fault('webhook', 'never');
    const id = await open();
    await sandbox.pay(id);
    expect((await sandbox.book(id)).deliveries).toMatchObject([{ state: 'suppressed', attempts: [] }]);
    await sandbox.call('POST', `/books/${id}/replay-webhook`, '{}');
    expect(told()).toEqual(['ACCEPTED']);
  });

  test('late, twice, before and after the return, with a wrong MAC', async () => {
    sandbox.fault('webhook', 'late:1');
    await sandbox.pay(await open());
    await until(1);
    sandbox.fault('webhook', 'twice');
    await sandbox.pay(await open());
    await until(3);
    expect(sandbox.receiver.of(order)[1]).toEqual(sandbox.receiver.of(order)[2]);
    sandbox.fault('webhook', 'before-return');
    await sandbox.pay(await open());
    expect(sandbox.receiver.of(order)).toHaveLength(4);
    sandbox.fault('webhook', 'after-return:1');
    await sandbox.pay(await open());
    await until(5);
    sandbox.fault('webhook', 'wrong-signature');
    const { back } = await sandbox.pay(await open());
    await until(6);
    expect(isSigned(last())).toBe(false);
    expect(isSigned(back.fields)).toBe(true);
  });

  test('the browser alone, with a wrong MAC, or not at all', async () => {
    sandbox.fault('return', 'without-webhook');
    expect((await sandbox.pay(await open())).back.url).toContain('/pay/return');
    sandbox.fault('return', 'wrong-signature');
    const { back } = await sandbox.pay(await open());
    expect(isSigned(back.fields)).toBe(false);
    await until(1);
    expect(isSigned(last())).toBe(true);
    sandbox.fault('return', 'never');
    expect((await sandbox.pay(await open())).back.url).toBe('');
  });

  test('about another amount, currency or status than the order’s, and still signed', async () => {
    for (const [name, value, expected] of [
      ['amount', 'wrong', { amount: '59900' }],
      ['amount', 'fee', { amount: '61000', fee: '1000' }],
      ['amount', 'fee-original', { amount: '61000', fee: '1000', amountOriginal: '60000' }],
      ['currency', 'wrong', { currency: 'EUR' }],
      ['status', 'unknown', { status: 'REVIEWED' }],
    ] as const) {
      sandbox.fault(name, value, { reference: order, times: 1 });
      const { back } = await sandbox.pay(await open());
      expect(back.fields).toMatchObject(expected);
      expect(isSigned(back.fields)).toBe(true);
    }
  });

  test('pending, and then accepted or declined', async () => {
    sandbox.fault('outcome', 'pending:1');
    const accepted = await open();
    expect(await sandbox.pay(accepted)).toMatchObject({ outcome: 'pending' });
    await until(2);
    expect(told()).toEqual(['PENDING', 'ACCEPTED']);
    order = `${order}-2`;
    sandbox.fault('outcome', 'pending-forever');
    const declined = await open();
    const { back } = await sandbox.pay(declined);
    const { transaction } = back.fields;
    expect(
      (await sandbox.api('CaptureTransaction', { transactionId: transaction, amount: 60000 })).json,
    ).toEqual({
      status: 'DECLINE',
      declineReason: '1',
    });
    await sandbox.call('POST', `/books/${declined}/settle`, '{"state":"failed"}');
    await until(2);
    expect(told()).toEqual(['PENDING', 'DECLINED']);
    expect(await sandbox.book(declined)).toMatchObject({ reserved: 0, told: 'DECLINED' });
  });

  test('reordered: the first comes after the second', async () => {
    sandbox.fault('outcome', 'pending:1', { times: 1 });
    sandbox.fault('webhook', 'reordered:60000', { times: 1 });
    await sandbox.pay(await open());
    await until(2);
    expect(told()).toEqual(['ACCEPTED', 'PENDING']);
  });

  test('told as failed, and captured after all', async () => {
    sandbox.fault('after-failed', 'captured:1');
    const id = await open({ capturenow: '1' });
    await sandbox.pay(id, { card: '4711000000000000' });
    await sandbox.pay(id, { leave: true });
    await until(2);
    expect(told()).toEqual(['DECLINED', 'ACCEPTED']);
    expect(await sandbox.book(id)).toMatchObject({ captured: 60000, told: 'ACCEPTED' });
  });

  test('every decline at once, while the payer tries on', async () => {
    sandbox.fault('decline', 'told');
    const id = await open();
    await sandbox.pay(id, { card: '4711000000000000' });
    await until(1);
    await sandbox.pay(id);
    await until(2);
    expect(told()).toEqual(['DECLINED', 'ACCEPTED']);
  });

  test('a sandbox that is started again brings what was waiting', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-dibs-'));
    const dataFile = join(folder, 'books.json');
    const first = await startDibs({ dataFile });
    const id = await first.open({ orderId: order, callbackUrl: sandbox.receiver.url });
    sandbox.receiver.statuses.push(500);
    await first.pay(id);
    await until(1);
    await expect.poll(async () => (await first.book(id)).deliveries[0].attempts.length).toBe(1);
    await first.close();
    const second = await startDibs({ dataFile });
    await until(2);
    expect(await second.book(id)).toMatchObject({ told: 'ACCEPTED' });
    await second.close();
    await rm(folder, { recursive: true });
  });
});
