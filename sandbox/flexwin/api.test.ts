import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readReference } from '../dibs/testing/reference.ts';
import { md5Of } from './md5.ts';
import { merchant, startFlexWin } from './testing/start-flexwin.ts';

let sandbox: Awaited<ReturnType<typeof startFlexWin>>;
beforeAll(async () => {
  sandbox = await startFlexWin();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());
let orderid = '';
beforeEach(({ task }) => {
  orderid = task.id;
});
const paid = async (more: Record<string, string> = {}, body: object = {}) => ({
  orderid,
  transact: await sandbox.paid(orderid, more, body),
});
const accepted = expect.objectContaining({ status: 'ACCEPTED', result: '0' });
const declined = (reason: number) => expect.objectContaining({ status: 'DECLINED', reason: String(reason) });
const statusOf = async (transact: string) => (await sandbox.info(transact)).status;

const vectors: { k1: string; k2: string; vectors: { use: string; msg: string; md5: string }[] } | undefined =
  readReference('vectors/dibs-flexwin-md5.json');

describe.runIf(vectors)('the MD5 vectors', () => {
  test.each(vectors?.vectors ?? [])('$use', ({ msg, md5 }) => {
    const pairs = msg.split('&').map((pair): [string, string] => pair.split('=') as [string, string]);
    expect(md5Of(pairs, { key1: vectors?.k1 ?? '', key2: vectors?.k2 ?? '' })).toBe(md5);
  });
});

describe('money', () => {
  test('is captured once, and refunded to the last øre', async () => {
    const of = await paid();
    expect(await sandbox.move('refund', { ...of, amount: 1 })).toEqual(declined(6));
    expect(await sandbox.move('capture', { ...of, amount: 60001 })).toEqual(declined(7));
    expect(await sandbox.move('capture', { ...of, amount: 60000 })).toEqual(accepted);
    expect(await sandbox.move('capture', { ...of, amount: 60000 })).toEqual(declined(6));
    expect(await sandbox.move('cancel', of)).toEqual(declined(6));
    expect(await sandbox.move('refund', { ...of, amount: 59999 })).toEqual(accepted);
    expect(await statusOf(of.transact)).toBe('8');
    expect(await sandbox.move('refund', { ...of, amount: 2 })).toEqual(declined(7));
    expect(await sandbox.move('refund', { ...of, amount: 1 })).toEqual(accepted);
    expect(await statusOf(of.transact)).toBe('11');
    expect(await sandbox.book(of.transact)).toMatchObject({ captured: 60000, refunded: 60000 });
  });

  test('never moves beyond what was reserved, in whatever order it is asked for', async () => {
    const amount = fc.integer({ min: 1, max: 60001 });
    const sequence = fc.array(fc.tuple(fc.constantFrom('capture', 'cancel', 'refund'), amount), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(sequence, async (all) => {
        const of = await paid();
        const sums = { captured: 0, refunded: 0, cancelled: 0 };
        for (const [name, asked] of all) {
          const { status } = await sandbox.move(name, { ...of, ...(name !== 'cancel' && { amount: asked }) });
          if (status !== 'ACCEPTED') continue;
          if (name === 'capture') sums.captured += asked;
          if (name === 'refund') sums.refunded += asked;
          if (name === 'cancel') sums.cancelled += 60000;
        }
        expect(await sandbox.book(of.transact)).toMatchObject(sums);
        expect(sums.captured + sums.cancelled).toBeLessThanOrEqual(60000);
        expect(sums.refunded).toBeLessThanOrEqual(sums.captured);
      }),
      { numRuns: 15 },
    );
  });

  test('the card that refuses captures: told, and let go', async () => {
    const of = await paid({}, { card: '4711100000000001' });
    expect(await sandbox.move('capture', { ...of, amount: 60000 })).toEqual(declined(4));
    expect(await statusOf(of.transact)).toBe('4');
    expect(await sandbox.move('cancel', of)).toEqual(accepted);
    expect(await statusOf(of.transact)).toBe('6');
    expect(await sandbox.move('capture', { ...of, amount: 60000 })).toEqual(declined(6));
  });

  test('waits for a batch: called again it says so, and is carried out later', async () => {
    const of = await paid();
    sandbox.fault('capture', 'pending', { times: 1 });
    expect(await sandbox.move('capture', { ...of, amount: 60000 })).toEqual(accepted);
    expect(await statusOf(of.transact)).toBe('12');
    expect(await sandbox.move('capture', { ...of, amount: 60000 })).toEqual(declined(14));
    await sandbox.call('POST', `/books/${of.transact}/settle`, '{}');
    expect(await statusOf(of.transact)).toBe('5');
  });

  test('is reserved for seven days; after that only by force', async () => {
    const of = await paid();
    sandbox.onDay(8);
    expect(await sandbox.move('capture', { ...of, amount: 60000 })).toEqual(declined(5));
    expect(await sandbox.move('capture', { ...of, amount: 60000, force: 'yes' })).toEqual(accepted);
    sandbox.onDay(0);
  });

  test('moves for its own merchant under a right key, order number and login only', async () => {
    const of = await paid();
    expect(await sandbox.move('capture', { ...of, orderid: 'another', amount: 60000 })).toEqual(declined(9));
    expect(await sandbox.move('capture', { ...of, transact: '1', amount: 60000 })).toEqual(declined(8));
    const bare = { merchant: merchant.id, ...of, amount: '60000', md5key: '0'.repeat(32) };
    expect((await sandbox.cgi('/cgi-bin/capture.cgi', bare)).fields).toEqual(declined(8));
    const other = { ...bare, merchant: '90200002' };
    expect((await sandbox.cgi('/cgi-adm/refund.cgi', other, merchant.login)).fields).toEqual(declined(8));
    const noUser = await sandbox.cgi('/cgi-adm/refund.cgi', bare);
    expect([noUser.status, noUser.text]).toEqual([401, expect.stringContaining('Login problems?')]);
    expect(await sandbox.book(of.transact)).toMatchObject({ captured: 0 });
  });
});

describe('questions', () => {
  const find = async (more: Record<string, string> = {}) =>
    (
      await sandbox.cgi('/cgi-bin/transinfo.cgi', {
        merchant: merchant.id,
        orderid,
        amount: '60000',
        currency: '578',
        ...more,
      })
    ).fields;

  test('find a payment by its order, the paid one before a declined one', async () => {
    expect(await find()).not.toHaveProperty('transact');
    const id = await sandbox.open({ orderid });
    await sandbox.pay(id, { card: '4711000000000000' });
    expect(await find()).toMatchObject({ status: '0', transact: expect.any(String) });
    await sandbox.pay(id);
    const { transact = '', status } = await find();
    expect(status).toBe('1');
    await sandbox.move('capture', { orderid, transact, amount: 60000 });
    expect(await find()).toEqual({ transact, status: '2' });
    const others: Record<string, string>[] = [{ amount: '1' }, { currency: '752' }, { merchant: '90200002' }];
    for (const other of others) expect(await find(other)).not.toHaveProperty('transact');
  });

  test('tell of one transaction, to its own merchant', async () => {
    const { transact } = await paid();
    expect(await sandbox.info(transact)).toEqual({
      transact,
      status: '2',
      orderid,
      amount: '60000',
      currency: '578',
    });
    expect(await sandbox.info('1')).not.toHaveProperty('transact');
    const ask = async (path: string, id = merchant.id) =>
      (await sandbox.cgi(path, { merchant: id, transact })).text;
    expect([await ask('/transstatus.pml'), await ask('/cardtype.pml')]).toEqual(['2', 'VISA']);
    expect(await ask('/cardtype.pml', '90200002')).toBe('0');
    sandbox.fault('status', 'unknown');
    expect(await sandbox.info(transact)).toMatchObject({ status: '99' });
  });
});

describe('settlement reports', () => {
  const report = async () =>
    (await sandbox.call('GET', '/settlements?date=2026-01-05')).text
      .split('\r\n')
      .filter((line) => line.includes(orderid));

  test('tell of what moved that day, by order and transaction, and get wrong what they are told to', async () => {
    const of = await paid();
    expect(await report()).toEqual([]);
    await sandbox.move('capture', { ...of, amount: 60000 });
    await sandbox.move('refund', { ...of, amount: 1000 });
    const { transact } = of;
    expect(await report()).toEqual([
      `FLEXWIN-2026-01-05;2026-01-05;payment;${orderid};${transact};${transact}-C1;2026-01-05;60000;NOK;760`,
      `FLEXWIN-2026-01-05;2026-01-05;refund;${orderid};${transact};${transact}-R1;2026-01-05;-1000;NOK;0`,
    ]);
    sandbox.fault('settlement', 'refund-missing-there', { reference: orderid });
    expect(await report()).toHaveLength(1);
  });
});

describe('faults', () => {
  test('calls suffer what they are told to', async () => {
    const of = await paid();
    sandbox.fault('capture', 'lost-before-commit', { reference: orderid, times: 1 });
    await expect(sandbox.move('capture', { ...of, amount: 60000 })).rejects.toThrow();
    expect(await sandbox.book(of.transact)).toMatchObject({ captured: 0 });
    sandbox.fault('api', 'lost-after-commit', { times: 1 });
    await expect(sandbox.move('capture', { ...of, amount: 60000 })).rejects.toThrow();
    expect(await sandbox.book(of.transact)).toMatchObject({ captured: 60000 });
    sandbox.fault('refund', 'declined', { times: 1 });
    expect(await sandbox.move('refund', { ...of, amount: 1 })).toEqual(declined(4));
    sandbox.fault('refund', 'error', { times: 1 });
    expect(await sandbox.move('refund', { ...of, amount: 1 })).toMatchObject({
      status: 'FAILED',
      reason: '1',
    });
    sandbox.fault('get', 'dead', { times: 1 });
    await expect(sandbox.info(of.transact)).rejects.toThrow();
    expect(await sandbox.book(of.transact)).toMatchObject({ refunded: 0 });
  });
});
