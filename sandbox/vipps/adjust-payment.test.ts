import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { today } from '../testing/start-alone.ts';
import { startVipps } from './testing/start-vipps.ts';

let sandbox: Awaited<ReturnType<typeof startVipps>>;
beforeAll(async () => {
  sandbox = await startVipps();
});
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.clearFaults();
  sandbox.clock.now = today;
});
const later = (minutes: number) => {
  sandbox.clock.now = new Date(today.getTime() + minutes * 60_000);
};

describe('capture, cancel and refund', () => {
  const authorized = async (as = 0) => {
    const reference = await sandbox.create(60000, {}, as);
    await sandbox.pay(reference);
    return reference;
  };

  test('state stays AUTHORIZED; the sums tell', async () => {
    const reference = await authorized();
    expect(await sandbox.modify(reference, 'capture', 20000)).toMatchObject({
      status: 200,
      json: {
        state: 'AUTHORIZED',
        amount: { value: 60000 },
        aggregate: { capturedAmount: { value: 20000 } },
      },
    });
    await sandbox.modify(reference, 'capture', 30000);
    await sandbox.modify(reference, 'refund', 5000);
    await sandbox.cancel(reference);
    expect(await sandbox.get(reference)).toMatchObject({
      state: 'AUTHORIZED',
      aggregate: {
        authorizedAmount: { value: 60000 },
        capturedAmount: { value: 50000 },
        refundedAmount: { value: 5000 },
        cancelledAmount: { value: 10000 },
      },
    });
    const { json } = await sandbox.api('GET', sandbox.pathOf(reference, '/events'));
    const told = json.map((event: { name: string; amount: { value: number } }) => [
      event.name,
      event.amount.value,
    ]);
    expect(told).toEqual([
      ['CREATED', 60000],
      ['AUTHORIZED', 60000],
      ['CAPTURED', 20000],
      ['CAPTURED', 30000],
      ['REFUNDED', 5000],
      ['CANCELLED', 10000],
    ]);
    expect(
      json.map(({ idempotencyKey }: { idempotencyKey: string | null }) => idempotencyKey !== null),
    ).toEqual([true, false, true, true, true, true]);
  });

  const title = async (reply: ReturnType<typeof sandbox.cancel>, status = 400) => {
    const { json, status: was } = await reply;
    expect(was).toBe(status);
    return json.title;
  };

  test('refunds to the last øre, and not one beyond', async () => {
    const reference = await authorized();
    expect(await title(sandbox.modify(reference, 'refund', 1))).toBe('Not enough refundable');
    await sandbox.modify(reference, 'capture', 60000);
    await sandbox.modify(reference, 'refund', 59999);
    expect(await title(sandbox.modify(reference, 'refund', 2))).toBe('Not enough refundable');
    await sandbox.modify(reference, 'refund', 1);
    expect(await title(sandbox.modify(reference, 'refund', 1))).toBe('Payment already refunded');
  });

  test('refuses what cannot be done', async () => {
    const open = await sandbox.create();
    expect(await title(sandbox.modify(open, 'capture', 1))).toBe('Cannot capture before reservation');
    expect(await title(sandbox.modify(open, 'refund', 1))).toBe('Attempted refund before reservation');
    const reference = await authorized();
    expect(await title(sandbox.modify(reference, 'capture', 60001))).toBe('Capture amount too high');
    expect(await title(sandbox.modify(reference, 'capture', 0))).toBe('Amount too small');
    const euro = { body: { modificationAmount: { currency: 'EUR', value: 1 } } };
    expect(await title(sandbox.modify(reference, 'capture', 1, euro))).toBe('Amount invalid');
    const empty = { body: {}, wrong: true };
    expect(await title(sandbox.modify(reference, 'capture', 1, empty))).toBe('Missing required parameter');
    await sandbox.modify(reference, 'capture', 60000);
    expect(await title(sandbox.cancel(reference))).toBe('Cannot cancel a captured payment');
    expect(await title(sandbox.modify('unknown-1', 'capture', 1), 404)).toBe('Reference not found');
  });

  test('cancels a reservation', async () => {
    const reference = await authorized();
    await sandbox.cancel(reference);
    expect(await sandbox.get(reference)).toMatchObject({
      state: 'AUTHORIZED',
      aggregate: { cancelledAmount: { value: 60000 } },
    });
    expect(await title(sandbox.modify(reference, 'capture', 1))).toBe('Cannot capture a cancelled payment');
    expect(await title(sandbox.cancel(reference))).toBe('Cannot cancel a non-reserved payment');
  });

  test('terminates an open payment, but not while the payer is in the app', async () => {
    const reference = await sandbox.create();
    await sandbox.pay(reference, { decision: 'open' });
    expect(await title(sandbox.cancel(reference))).toBe('Cannot cancel pending');
    await sandbox.post('/app', { token: await tokenOf(reference), decision: 'close' });
    expect(await sandbox.cancel(reference)).toMatchObject({
      status: 200,
      json: { state: 'TERMINATED', aggregate: { cancelledAmount: { value: 60000 } } },
    });
    expect(await sandbox.pay(reference)).toMatchObject({ outcome: 'closed', state: 'TERMINATED' });
    expect(await title(sandbox.cancel(reference))).toBe('Cannot cancel a non-reserved payment');
  });

  test('one key moves money once, and not another amount', async () => {
    const reference = await authorized();
    const headers = { 'idempotency-key': 'capture-once' };
    const first = await sandbox.modify(reference, 'capture', 100, { headers });
    const again = await sandbox.modify(reference, 'capture', 100, { headers });
    expect(again.json).toEqual(first.json);
    expect(await title(sandbox.modify(reference, 'capture', 200, { headers }), 409)).toBe(
      'Capture idempotency conflict',
    );
    expect(await title(sandbox.modify(reference, 'refund', 1, { headers }), 200)).toBeUndefined();
    expect(await title(sandbox.modify(reference, 'refund', 2, { headers }), 409)).toBe(
      'Refund idempotency conflict',
    );
    expect(await sandbox.book(reference)).toMatchObject({
      charged: 100,
      refunded: 1,
      charges: [{}],
      refunds: [{}],
    });
  });

  test('captures within 180 days, refunds within 365', async () => {
    const reference = await authorized();
    await sandbox.modify(reference, 'capture', 100);
    later(181 * 24 * 60);
    const fresh = { headers: { authorization: `Bearer ${(await sandbox.token()).json.access_token}` } };
    expect(await title(sandbox.modify(reference, 'capture', 100, fresh))).toBe('Capture period expired');
    expect(await title(sandbox.cancel(reference, fresh))).toBe('Cancel period expired');
    later(366 * 24 * 60);
    const later2 = { headers: { authorization: `Bearer ${(await sandbox.token()).json.access_token}` } };
    expect(await title(sandbox.modify(reference, 'refund', 100, later2))).toBe('Refund period expired');
  });

  test('a sales unit with direct capture has captured when it is authorised', async () => {
    const reference = await authorized(1);
    expect(await sandbox.get(reference, 1)).toMatchObject({
      state: 'AUTHORIZED',
      aggregate: { authorizedAmount: { value: 60000 }, capturedAmount: { value: 60000 } },
    });
    expect(await title(sandbox.modify(reference, 'capture', 1, { as: 1 }))).toBe('Capture amount too high');
  });
});

describe('time', () => {
  test('an unopened payment lives 5 minutes, an opened one 5 more', async () => {
    const unopened = await sandbox.create();
    const opened = await sandbox.create();
    later(4);
    await sandbox.pay(opened, { decision: 'open' });
    later(5);
    expect((await sandbox.get(unopened)).state).toBe('EXPIRED');
    expect((await sandbox.get(opened)).state).toBe('CREATED');
    later(9);
    expect((await sandbox.get(opened)).state).toBe('EXPIRED');
    expect(await sandbox.pay(opened)).toMatchObject({ outcome: 'closed' });
  });

  test('201 øre is unknown for an hour', async () => {
    const reference = await sandbox.create(201);
    expect(await sandbox.pay(reference)).toMatchObject({ outcome: 'unknown' });
    later(59);
    expect((await sandbox.get(reference)).state).toBe('CREATED');
    expect((await sandbox.cancel(reference)).json.title).toBe('Cannot cancel pending');
    later(60);
    const headers = { authorization: `Bearer ${(await sandbox.token()).json.access_token}` };
    expect((await sandbox.api('GET', sandbox.pathOf(reference), { headers })).json.state).toBe('AUTHORIZED');
  });
});

describe('force approve', () => {
  const body = { customer: { phoneNumber: '4791234567' } };

  test('approves on both paths, once', async () => {
    for (const path of ['/epayment/v1/test/payments', '/epayment/v1/payments']) {
      const reference = await sandbox.create();
      const approve = () =>
        sandbox.api('POST', `${path}/${reference}/approve`, {
          body,
          wrong: true,
          wrongReply: !path.includes('test'),
        });
      expect(await approve()).toMatchObject({ status: 200, text: '' });
      expect((await sandbox.get(reference)).state).toBe('AUTHORIZED');
      expect(await approve()).toMatchObject({ status: 400, json: { title: 'Payment is already reserved' } });
    }
  });

  test.each([
    [151, 400],
    [197, 400],
    [202, 200],
    [201, 200],
  ])('%i øre gives %i', async (amount, status) => {
    const reference = await sandbox.create(amount);
    const path = `/epayment/v1/test/payments/${reference}/approve`;
    expect(await sandbox.api('POST', path, { body })).toMatchObject({ status });
  });
});

async function tokenOf(reference: string): Promise<string> {
  return new URL((await sandbox.get(reference)).redirectUrl).searchParams.get('token') ?? '';
}
