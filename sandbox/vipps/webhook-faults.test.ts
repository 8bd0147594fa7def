import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signHeaders } from './sign.ts';
import { startVipps } from './testing/start-vipps.ts';

let sandbox: Awaited<ReturnType<typeof startVipps>>;
let secret = '';
beforeAll(async () => {
  sandbox = await startVipps();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  for (const as of [0, 1]) {
    for (const { id } of await list(as)) await sandbox.api('DELETE', `${webhooks}/${id}`, { as });
  }
  ({ secret } = await sandbox.listenTo(['authorized', 'aborted', 'expired', 'captured', 'refunded']));
});
afterEach(() => {
  sandbox.clearFaults();
  sandbox.receiver.clear();
  sandbox.receiver.statuses.length = 0;
});
const webhooks = '/webhooks/v1/webhooks';
const list = async (as = 0) => (await sandbox.api('GET', webhooks, { as })).json.webhooks;
const names = () => sandbox.receiver.names();
const arrived = (count: number) => sandbox.receiver.until(() => names().length >= count);

describe('faults', () => {
  const pay = async (more: Record<string, string> = {}, as = 0) => {
    const reference = await sandbox.create(60000, {}, as);
    return { reference, paid: await sandbox.pay(reference, more) };
  };

  test('never, and only for the payment meant', async () => {
    const silent = await sandbox.create();
    sandbox.fault('webhook', 'never', { reference: silent });
    await sandbox.pay(silent);
    const { reference } = await pay();
    await arrived(1);
    expect(sandbox.receiver.received.map(({ body }) => body.reference)).toEqual([reference]);
    expect((await sandbox.book(silent)).deliveries).toMatchObject([{ state: 'suppressed' }]);
  });

  test('twice: the same body comes again', async () => {
    sandbox.fault('webhook', 'twice');
    await pay();
    await arrived(2);
    expect(sandbox.receiver.received[0]?.text).toBe(sandbox.receiver.received[1]?.text);
  });

  test('reordered: within one step, and over two', async () => {
    sandbox.fault('webhook', 'reordered', { times: 1 });
    await sandbox.listenTo(['authorized', 'captured'], 1);
    const { reference: direct } = await pay({}, 1);
    await sandbox.modify(direct, 'refund', 1, { as: 1 });
    sandbox.fault('webhook', 'reordered:60000', { times: 1 });
    const { reference } = await pay();
    await sandbox.modify(reference, 'capture', 100);
    const mine = (one: string) =>
      sandbox.receiver.received.filter(({ body }) => body.reference === one).map(({ name }) => name);
    await sandbox.receiver.until(() => mine(reference).length >= 2 && mine(direct).length >= 2);
    expect(mine(reference)).toEqual(['CAPTURED', 'AUTHORIZED']);
    expect(mine(direct)).toEqual(['CAPTURED', 'AUTHORIZED']);
  });

  test('before the return', async () => {
    sandbox.fault('webhook', 'before-return');
    await pay();
    expect(names()).toEqual(['AUTHORIZED']);
  });

  test('late and after the return', async () => {
    for (const value of ['late:30', 'after-return:1']) {
      sandbox.receiver.clear();
      sandbox.fault('webhook', value);
      expect((await pay()).paid).toMatchObject({ outcome: 'paid' });
      await arrived(1);
    }
  });

  test.each(['wrong-signature', 'changed-body'])('%s: comes once, and stops nobody', async (value) => {
    sandbox.fault('webhook', value, { times: 1 });
    sandbox.receiver.statuses.push(401);
    const { reference } = await pay();
    await arrived(1);
    const [forged] = sandbox.receiver.received;
    const hash = createHash('sha256')
      .update(forged?.text ?? '')
      .digest('base64');
    expect(hash === forged?.headers['x-ms-content-sha256']).toBe(value === 'wrong-signature');
    const url = new URL(sandbox.receiver.url);
    const right = signHeaders(url.href, forged?.text ?? '', secret, sandbox.clock.now);
    expect(forged?.headers.authorization).not.toBe(right.authorization);
    await sandbox.modify(reference, 'capture', 100);
    await arrived(2);
    expect(await settled(reference)).toMatchObject([
      { state: 'given-up', attempts: [{ status: 401 }] },
      { state: 'delivered' },
    ]);
  });

  test('a repeat is signed anew, unless the fault keeps the first signature', async () => {
    for (const same of [false, true]) {
      sandbox.receiver.clear();
      sandbox.receiver.statuses.push(500);
      const start = sandbox.clock.now;
      const { reference } = await pay();
      await arrived(1);
      await expect.poll(async () => (await sandbox.book(reference)).deliveries[0].attempts).toHaveLength(1);
      sandbox.clock.now = new Date(start.getTime() + 60_000);
      if (same) sandbox.fault('retry', 'same-signature');
      await sandbox.other('POST', `/books/${reference}/replay-webhook`, {});
      const dates = sandbox.receiver.received.map(({ headers }) => headers['x-ms-date']);
      expect(dates[0] === dates[1]).toBe(same);
      sandbox.clock.now = start;
      await settled(reference);
    }
  });

  test('return without webhook, and never returning', async () => {
    sandbox.fault('return', 'without-webhook', { times: 1 });
    const alone = await pay();
    expect(alone.paid).toEqual({ outcome: 'paid', location: 'http://localhost:3000/pay/return?x=1' });
    expect((await sandbox.book(alone.reference)).deliveries).toMatchObject([{ state: 'suppressed' }]);
    sandbox.fault('return', 'never', { times: 1 });
    expect((await pay()).paid).toEqual({ outcome: 'paid' });
    await arrived(1);
  });

  test('captured after failed', async () => {
    sandbox.fault('captured-after-failed', 'captured:0', { times: 1 });
    const { reference } = await pay({ decision: 'reject' });
    await arrived(3);
    expect(names()).toEqual(['ABORTED', 'AUTHORIZED', 'CAPTURED']);
    expect(await sandbox.get(reference)).toMatchObject({
      state: 'AUTHORIZED',
      aggregate: { capturedAmount: { value: 60000 } },
    });
    const expired = await pay({ decision: 'expire' });
    const { json } = await sandbox.other('POST', `/books/${expired.reference}/come-alive`, {
      captured: false,
    });
    expect(json).toMatchObject({ state: 'AUTHORIZED', reserved: 60000, charged: 0 });
    sandbox.fault('captured-after-failed', 'authorized:20', { times: 1 });
    const late = await pay({ decision: 'expire' });
    const told = async () => (await sandbox.book(late.reference)).deliveries.map(eventOf);
    await expect.poll(told).toEqual(['EXPIRED', 'AUTHORIZED']);
  });
});

const eventOf = ({ event }: { event: string }) => event;

/** The deliveries once none is under way. */
async function settled(reference: string) {
  const deliveries = async () => (await sandbox.book(reference)).deliveries;
  await expect
    .poll(async () => (await deliveries()).some(({ state }: { state: string }) => state === 'waiting'))
    .toBe(false);
  return deliveries();
}
