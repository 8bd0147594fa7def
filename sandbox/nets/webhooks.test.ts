import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasReference, readFixtures, shapeOf } from './testing/reference.ts';
import { orderBody, startNets } from './testing/start-nets.ts';

let sandbox: Awaited<ReturnType<typeof startNets>>;
beforeAll(async () => {
  sandbox = await startNets();
});
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.clearFaults();
  sandbox.receiver.clear();
  sandbox.receiver.statuses.length = 0;
});
const names = () => sandbox.receiver.names();
const arrived = (count: number) => sandbox.receiver.until(() => names().length >= count);
const order = (more: Parameters<typeof orderBody>[1] = {}) => orderBody(sandbox.receiver.url, more);
const paidEvents = [
  'payment.reservation.created',
  'payment.reservation.created.v2',
  'payment.checkout.completed',
  'payment.charge.created.v2',
];

test('a payment that charges tells, in order, with the raw authorization', async () => {
  const id = await sandbox.create(order({ charge: true }));
  await sandbox.pay(id);
  await arrived(5);
  expect(names()).toEqual(['payment.created', ...paidEvents]);
  for (const { headers, body } of sandbox.receiver.received) {
    expect(headers.authorization).toBe('k3yOf8to32Alnum');
    expect(body.id).toMatch(/^[0-9a-f]{32}$/);
    expect(body.timestamp).toBe('2026-01-05T10:00:00.0000+00:00');
    expect(body.merchantId ?? body.merchantNumber).toBe(100000001);
    expect(body.data.paymentId).toBe(id);
  }
  expect(new Set(sandbox.receiver.received.map(({ body }) => body.id)).size).toBe(5);
});

test('only those registered are told, and headers go along', async () => {
  const url = sandbox.receiver.url;
  const webHooks = [
    {
      eventName: 'payment.checkout.completed',
      url,
      authorization: 'an0therKey',
      headers: [{ 'x-case': '7' }],
    },
  ];
  const id = await sandbox.create(order({ notifications: { webHooks } }));
  await sandbox.pay(id);
  await arrived(1);
  expect(sandbox.receiver.received).toMatchObject([
    { event: 'payment.checkout.completed', headers: { authorization: 'an0therKey', 'x-case': '7' } },
  ]);
  expect((await sandbox.book(id)).deliveries).toHaveLength(1);
});

test('tries again until exactly 200', async () => {
  sandbox.fault('retry', 'fast');
  sandbox.receiver.statuses.push(500, 204, 302, 200);
  const id = await sandbox.create(order({ events: ['payment.created'] }));
  await arrived(4);
  const [delivery] = await settled(id);
  expect(delivery.state).toBe('delivered');
  expect(delivery.attempts.map(({ status }: { status: number }) => status)).toEqual([500, 204, 302, 200]);
  expect(new Set(sandbox.receiver.received.map(({ body }) => body.id)).size).toBe(1);
});

test('gives up after ten attempts', async () => {
  sandbox.fault('retry', 'fast');
  sandbox.receiver.statuses.push(...Array.from({ length: 11 }, () => 503));
  const id = await sandbox.create(order({ events: ['payment.created'] }));
  await arrived(10);
  const [delivery] = await settled(id);
  expect(delivery).toMatchObject({ state: 'given-up' });
  expect(delivery.attempts).toHaveLength(10);
  sandbox.receiver.statuses.length = 0;
  await sandbox.call('POST', `/books/${id}/replay-webhook`, { event: 'payment.created' });
  expect((await sandbox.book(id)).deliveries[0]).toMatchObject({ state: 'delivered' });
});

test('a receiver that is not there harms nothing', async () => {
  const webHooks = [
    { eventName: 'payment.created', url: 'http://127.0.0.1:1/none', authorization: 'k3yOf8to32Alnum' },
  ];
  const id = await sandbox.create(order({ notifications: { webHooks } }));
  await expect.poll(async () => (await sandbox.book(id)).deliveries[0].attempts).toHaveLength(1);
  expect((await sandbox.book(id)).deliveries[0]).toMatchObject({
    state: 'waiting',
    attempts: [{ error: expect.any(String) }],
  });
});

describe('faults', () => {
  const pay = async (more: Parameters<typeof orderBody>[1] = {}) => {
    const id = await sandbox.create(order({ charge: true, events: paidEvents, ...more }));
    return { id, paid: await sandbox.pay(id) };
  };

  test('never, and only for the payment meant', async () => {
    sandbox.fault('webhook', 'never', { reference: 'sak-never' });
    const silent = await pay({ myReference: 'sak-never' });
    await pay();
    await arrived(4);
    expect(sandbox.receiver.received.some(({ body }) => body.data.paymentId === silent.id)).toBe(false);
    expect((await sandbox.book(silent.id)).deliveries).toMatchObject(
      paidEvents.map(() => ({ state: 'suppressed' })),
    );
  });

  test('twice: the same event id comes again', async () => {
    sandbox.fault('webhook', 'twice');
    await pay({ events: ['payment.checkout.completed'] });
    await arrived(2);
    const [one, two] = sandbox.receiver.received;
    expect(two?.body).toEqual(one?.body);
  });

  test('reordered', async () => {
    sandbox.fault('webhook', 'reordered');
    await pay();
    await arrived(4);
    expect(names()).toEqual([...paidEvents].reverse());
  });

  test('before the return', async () => {
    sandbox.fault('webhook', 'before-return');
    await pay();
    expect(names()).toEqual(paidEvents);
  });

  test('late and after the return', async () => {
    for (const value of ['late:30', 'after-return:1']) {
      sandbox.receiver.clear();
      sandbox.fault('webhook', value);
      const { paid } = await pay({ events: ['payment.checkout.completed'] });
      expect(paid.outcome).toBe('paid');
      await arrived(1);
    }
  });

  test('wrong authorization', async () => {
    sandbox.fault('webhook', 'wrong-authorization', { times: 1 });
    await pay();
    await arrived(4);
    expect(
      sandbox.receiver.received.every(({ headers }) => headers.authorization !== 'k3yOf8to32Alnum'),
    ).toBe(true);
  });

  test('return without webhook, and never returning', async () => {
    sandbox.fault('return', 'without-webhook', { times: 1 });
    const alone = await pay();
    expect(alone.paid.location).toContain(`paymentid=${alone.id}`);
    expect((await sandbox.book(alone.id)).deliveries).toMatchObject(
      paidEvents.map(() => ({ state: 'suppressed' })),
    );
    sandbox.fault('return', 'never', { times: 1 });
    expect((await pay()).paid).toEqual({ outcome: 'paid' });
    await arrived(4);
  });

  test('a refund that fails, and one that stays pending until settled', async () => {
    const { id } = await pay({
      events: ['payment.refund.initiated.v2', 'payment.refund.failed', 'payment.refund.completed'],
    });
    sandbox.fault('refund', 'failed', { times: 1 });
    await sandbox.call('POST', `/v1/payments/${id}/refunds`, { amount: 100 });
    await arrived(2);
    expect(names()).toEqual(['payment.refund.initiated.v2', 'payment.refund.failed']);
    sandbox.fault('refund', 'pending', { times: 1 });
    const { json } = await sandbox.call('POST', `/v1/payments/${id}/refunds`, { amount: 200 });
    expect(await sandbox.call('POST', `/books/${id}/settle-refund`, json)).toMatchObject({
      json: { refunded: 200, pendingRefund: 0 },
    });
    await arrived(4);
    expect(names().slice(2)).toEqual(['payment.refund.initiated.v2', 'payment.refund.completed']);
  });
});

describe.skipIf(!hasReference)('bodies have the key sets and types of the vendor fixtures', () => {
  // Optional in the fixtures or by nature of the case: compared apart.
  const address = {
    addressLine1: 'Gata 1',
    addressLine2: '',
    postalCode: '0150',
    city: 'Oslo',
    country: 'NOR',
  };

  test.each(readFixtures('webhooks'))('%s', async (name, fixture) => {
    const event = (fixture as { event: string }).event;
    const withPhone = !name.includes('missingData');
    const { phoneNumber, ...consumer } = order().checkout.consumer;
    const checkout = {
      ...order().checkout,
      charge: event !== 'payment.charge.failed',
      consumer: {
        ...consumer,
        ...(withPhone && { phoneNumber }),
        shippingAddress: address,
        billingAddress: address,
      },
    };
    const id = await sandbox.create(order({ events: [event], checkout }));
    const card = event === 'payment.charge.failed' ? '4925000000000079' : '4925000000000061';
    await sandbox.pay(id, { card, threeDS: 'approve' });
    if (event === 'payment.refund.failed') sandbox.fault('refund', 'failed', { times: 1 });
    const { items } = order().order;
    if (event.includes('refund'))
      await sandbox.call('POST', `/v1/payments/${id}/refunds`, { amount: 60000, orderItems: items });
    if (event === 'payment.charge.failed') {
      await sandbox.call('POST', `/v1/payments/${id}/charges`, { amount: 60000, orderItems: items });
    }
    await arrived(1);
    expect(shapeOf(sandbox.receiver.received[0]?.body)).toEqual(shapeOf(fixture));
  });
});

/** The deliveries once none is under way. */
async function settled(id: string) {
  await expect
    .poll(async () =>
      (await sandbox.book(id)).deliveries.some(({ state }: { state: string }) => state === 'waiting'),
    )
    .toBe(false);
  return (await sandbox.book(id)).deliveries;
}
