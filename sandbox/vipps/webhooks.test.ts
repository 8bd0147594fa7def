import { createHash, createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signHeaders } from './sign.ts';
import { hasSpecs, judgeWebhookBody } from './testing/openapi.ts';
import { startVipps } from './testing/start-vipps.ts';
import { vector } from './testing/vector.ts';

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

test.skipIf(!vector)('signs the official example as it is signed there', () => {
  const { host, pathAndQuery, body = '', secret: key = '' } = vector ?? {};
  const date = vector?.['x-ms-date'] ?? '';
  expect(signHeaders(`https://${host}${pathAndQuery}`, body, key, new Date(date))).toEqual({
    'x-ms-date': date,
    'x-ms-content-sha256': vector?.['x-ms-content-sha256'],
    authorization: vector?.authorization,
  });
});

describe('the Webhooks API', () => {
  test('registers, lists without secrets, and deletes', async () => {
    const [first] = await list();
    expect(first).toEqual({ id: expect.any(String), url: sandbox.receiver.url, events: expect.any(Array) });
    expect(Buffer.from(secret, 'base64')).toHaveLength(64);
    await sandbox.listenTo(['created'], 1);
    expect(await list()).toHaveLength(1);
    expect(await sandbox.api('DELETE', `${webhooks}/${first.id}`, { as: 1 })).toMatchObject({ status: 404 });
    expect(await sandbox.api('DELETE', `${webhooks}/${first.id}`)).toMatchObject({ status: 204, text: '' });
    expect(await list()).toEqual([]);
  });

  const events = ['epayments.payment.created.v1'];
  test.each([
    [{ url: 'http://portal.example/hook', events }],
    [{ url: 'nowhere', events }],
    [{ url: 'https://portal.example/hook', events: [] }],
    [{ url: 'https://portal.example/hook', events: ['epayments.payment.paid.v1'] }],
    [{ url: 'https://portal.example/hook', events, more: 1 }],
    [{ events }],
  ])('refuses %j', async (body) => {
    expect(await sandbox.api('POST', webhooks, { body, wrong: true })).toMatchObject({
      status: 400,
      json: { extraDetails: [expect.any(Object)] },
    });
  });

  test('takes 25 for one event', async () => {
    const body = { url: 'https://portal.example/hook', events };
    for (let count = 0; count < 25; count += 1) await sandbox.api('POST', webhooks, { body });
    expect(await sandbox.api('POST', webhooks, { body })).toMatchObject({ status: 400 });
  });
});

describe('deliveries', () => {
  test('are signed over the raw body, the address and the date', async () => {
    const reference = await sandbox.create();
    await sandbox.pay(reference);
    await sandbox.modify(reference, 'capture', 60000, { headers: { 'idempotency-key': 'capture-told' } });
    await arrived(2);
    expect(names()).toEqual(['AUTHORIZED', 'CAPTURED']);
    for (const { text, headers, path } of sandbox.receiver.received) {
      expect(judgeWebhookBody(text)).toEqual([]);
      const hash = createHash('sha256').update(text).digest('base64');
      expect(headers['x-ms-content-sha256']).toBe(hash);
      expect(path).toBe('/hooks/vipps?token=a%20b');
      const signed = `POST\n${path}\n${headers['x-ms-date']};${headers.host};${hash}`;
      const signature = createHmac('sha256', secret).update(signed).digest('base64');
      expect(headers.authorization).toBe(
        `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
      );
    }
    expect(sandbox.receiver.received.map(({ body }) => body)).toMatchObject([
      {
        msn: '100001',
        reference,
        idempotencyKey: null,
        success: true,
        amount: { currency: 'NOK', value: 60000 },
      },
      { msn: '100001', reference, idempotencyKey: 'capture-told', timestamp: '2026-01-05T10:00:00.000Z' },
    ]);
  });

  test.each([
    ['reject', 'ABORTED'],
    ['expire', 'EXPIRED'],
  ])('%s tells %s', async (decision, name) => {
    await sandbox.pay(await sandbox.create(), { decision });
    await arrived(1);
    expect(names()).toEqual([name]);
  });

  test('an event that is not acknowledged holds the later ones back, in order', async () => {
    sandbox.fault('retry', 'fast');
    sandbox.receiver.statuses.push(500, 302, 202);
    const reference = await sandbox.create();
    await sandbox.pay(reference);
    await sandbox.modify(reference, 'capture', 100);
    await arrived(4);
    expect(names()).toEqual(['AUTHORIZED', 'AUTHORIZED', 'AUTHORIZED', 'CAPTURED']);
    const [first] = await settled(reference);
    expect(first.attempts.map(({ status }: { status: number }) => status)).toEqual([500, 302, 202]);
    expect(new Set(sandbox.receiver.received.slice(0, 3).map(({ text }) => text)).size).toBe(1);
  });

  test('are given up after 7 days, or when the webhook is gone, and can be sent once more', async () => {
    sandbox.receiver.statuses.push(500, 500);
    const reference = await sandbox.create();
    await sandbox.pay(reference);
    await arrived(1);
    const [before] = (await sandbox.book(reference)).deliveries;
    expect(before).toMatchObject({ state: 'waiting' });
    const start = sandbox.clock.now;
    sandbox.clock.now = new Date(start.getTime() + 8 * 24 * 3_600_000);
    const replay = () => sandbox.other('POST', `/books/${reference}/replay-webhook`, { event: 'AUTHORIZED' });
    expect((await replay()).json.deliveries[0]).toMatchObject({ state: 'given-up', attempts: [{}, {}] });
    sandbox.clock.now = start;
    expect((await replay()).json.deliveries[0]).toMatchObject({ state: 'delivered' });
  });

  test('a receiver that is not there harms nothing', async () => {
    const body = { url: 'http://127.0.0.1:1/none', events: ['epayments.payment.created.v1'] };
    await sandbox.api('POST', webhooks, { body });
    const reference = await sandbox.create();
    await expect
      .poll(async () => (await sandbox.book(reference)).deliveries[0].attempts)
      .toMatchObject([{ error: expect.any(String) }]);
  });
});

describe('a restart', () => {
  test('loses nothing: payments, tokens, keys and what waits to be told', async () => {
    const { mkdtempSync, rmSync } = await import('node:fs');
    const folder = mkdtempSync('/tmp/kvitt-vipps-');
    const dataFile = `${folder}/books.json`;
    const first = await startVipps({ dataFile });
    await first.listenTo(['authorized']);
    first.receiver.statuses.push(500);
    const reference = await first.create();
    await first.pay(reference);
    await first.receiver.until(() => first.receiver.received.length === 1);
    await expect.poll(async () => (await first.book(reference)).deliveries[0].attempts).toHaveLength(1);
    await first.close();
    const second = await startVipps({ dataFile });
    expect(await second.get(reference)).toMatchObject({ state: 'AUTHORIZED' });
    await expect.poll(async () => (await second.book(reference)).deliveries[0].attempts).toHaveLength(2);
    await second.close();
    rmSync(folder, { recursive: true });
  });
});

test.skipIf(!hasSpecs)('the OpenAPI file knows a wrong webhook body', () => {
  expect(judgeWebhookBody('{"name":"PAID"}')).not.toEqual([]);
});

/** The deliveries once none is under way. */
async function settled(reference: string) {
  const deliveries = async () => (await sandbox.book(reference)).deliveries;
  await expect
    .poll(async () => (await deliveries()).some(({ state }: { state: string }) => state === 'waiting'))
    .toBe(false);
  return deliveries();
}
