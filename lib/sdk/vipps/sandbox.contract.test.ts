import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { judgeWebhookBody } from '../../../sandbox/vipps/testing/openapi.ts';
import {
  createVippsClient,
  deriveStatus,
  judgeWebhook,
  parseWebhook,
  readSums,
  type VippsClient,
  VippsError,
} from './index.ts';
import { listen, startSandbox } from './testing/start-sandbox.ts';
import { request as paymentRequest, wireProblems } from './testing/wire.ts';

/*
 * The client against the project's simulated Vipps, over real HTTP. The sandbox shares no code with this folder; both are
 * held against the provider's OpenAPI files and signature example, so agreement here means something.
 */
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let vipps: VippsClient;
let secret = '';

beforeAll(async () => {
  sandbox = await startSandbox();
  vipps = sandbox.newClient();
  const names = ['created', 'authorized', 'captured', 'refunded', 'cancelled', 'aborted'] as const;
  const events = names.map((name) => `epayments.payment.${name}.v1`);
  ({ secret } = await vipps.webhooks.register({ url: sandbox.receiverUrl, events }));
});
afterAll(() => sandbox?.close());
afterEach(() => expect(wireProblems.splice(0)).toEqual([]));

let count = 0;
/** A new payment; every write of it gets a key of its own. */
async function create(more: Parameters<typeof paymentRequest>[0] = {}) {
  count += 1;
  const reference = `contract-${count}`;
  const key = (operation: string) => ({ idempotencyKey: `${operation}-${reference}` });
  const request = paymentRequest({ reference, ...more });
  return { reference, key, request, created: await vipps.payments.create(request, key('create')) };
}
const money = (value: number) => ({ modificationAmount: { currency: 'NOK', value } }) as const;
const pay = (reference: string, body: object = {}) =>
  sandbox.ask('POST', `/vipps/books/${reference}/pay`, body);
const fault = (name: string, value: string, reference?: string) =>
  sandbox.ask('PUT', '/faults/api', { party: 'vipps', name, value, times: 1, reference });
const statusOf = async (reference: string) => deriveStatus(await vipps.payments.retrieve(reference));

describe('the client against the sandbox', () => {
  it('creates, is approved, captures, refunds in parts to the last øre, and not one beyond', async () => {
    const { reference, key, created } = await create({ metadata: { case: '7' } });
    expect(created.redirectUrl).toContain('/vipps/landing?token=');
    expect(await statusOf(reference)).toBe('CREATED');
    expect(await pay(reference)).toMatchObject({ outcome: 'paid', location: paymentRequest().returnUrl });
    const authorized = await vipps.payments.retrieve(reference);
    expect(deriveStatus(authorized)).toBe('AUTHORIZED');
    expect(authorized).toMatchObject({ amount: { currency: 'NOK', value: 60000 }, metadata: { case: '7' } });

    expect(deriveStatus(await vipps.payments.capture(reference, money(60000), key('capture')))).toBe(
      'CAPTURED',
    );
    const part = await vipps.payments.refund(reference, money(59999), key('refund-1'));
    expect([deriveStatus(part), readSums(part).refundable]).toEqual(['PARTIALLY_REFUNDED', 1]);
    await expectError(vipps.payments.refund(reference, money(2), key('refund-2')), {
      code: 'VIPPS_PROBLEM',
      outcome: 'refused',
      problem: { title: 'Not enough refundable' },
      requestId: expect.stringMatching(/^00-/),
    });
    await vipps.payments.refund(reference, money(1), key('refund-3'));
    expect(await statusOf(reference)).toBe('REFUNDED');
    const events = await vipps.payments.listEvents(reference);
    expect(events.map(({ name }) => name)).toEqual([
      'CREATED',
      'AUTHORIZED',
      'CAPTURED',
      'REFUNDED',
      'REFUNDED',
    ]);
    expect(events.at(-1)).toMatchObject({ idempotencyKey: `refund-3-${reference}`, success: true });
  });

  it('is paid on the pages, without JavaScript', async () => {
    const { reference, created } = await create();
    const app = await submit(created.redirectUrl, { decision: 'open' });
    const returned = await submit(app, { decision: 'approve' });
    expect(returned).toBe(paymentRequest().returnUrl);
    expect(await statusOf(reference)).toBe('AUTHORIZED');
  });

  it('receives webhooks that verify, parse and fit the OpenAPI file; forged ones do not verify', async () => {
    const { reference, key } = await create();
    await pay(reference);
    await fault('webhook', 'wrong-signature', reference);
    await vipps.payments.capture(reference, money(100), key('capture-1'));
    await fault('webhook', 'changed-body', reference);
    await vipps.payments.capture(reference, money(200), key('capture-2'));
    await vipps.payments.capture(reference, money(300), key('capture-3'));
    const mine = () =>
      sandbox.received
        .filter(({ body }) => parseWebhook(body).reference === reference)
        .map((message) => {
          expect(judgeWebhookBody(message.body)).toEqual([]);
          const { event, raw } = parseWebhook(message.body);
          const { value } = raw.amount as { value: number };
          const verdict = judgeWebhook({
            ...message,
            url: sandbox.receiverUrl,
            rawBody: message.body,
            secret,
          });
          return `${event} ${value} ${verdict}`;
        });
    await expect
      .poll(() => mine().sort(), { timeout: 10_000 })
      .toEqual([
        'AUTHORIZED 60000 valid',
        'CAPTURED 100 wrong_signature',
        'CAPTURED 200 body_changed',
        'CAPTURED 300 valid',
        'CREATED 60000 valid',
      ]);
  });

  it.each([
    ['reject', 'ABORTED'],
    ['expire', 'EXPIRED'],
  ])('%s reads %s, and the reference is used up', async (decision, status) => {
    const { reference, key, request } = await create();
    await pay(reference, { decision });
    expect(await statusOf(reference)).toBe(status);
    await expectError(vipps.payments.create(request, key('again')), {
      code: 'VIPPS_CONFLICT',
      outcome: 'unknown',
      problem: { detail: `Reference \`${reference}\` already exists.` },
    });
    await expectError(vipps.payments.cancel(reference, key('cancel')), { outcome: 'refused' });
  });

  it('sees a failed payment that is captured after all', async () => {
    const { reference } = await create();
    await fault('captured-after-failed', 'captured:0', reference);
    await pay(reference, { decision: 'reject' });
    expect(await statusOf(reference)).toBe('CAPTURED');
  });

  it('terminates before, releases after, and is told to wait while the payer is in the app', async () => {
    const open = await create();
    expect(deriveStatus(await vipps.payments.cancel(open.reference, open.key('cancel')))).toBe('TERMINATED');
    const reserved = await create();
    await pay(reserved.reference);
    expect(deriveStatus(await vipps.payments.cancel(reserved.reference, reserved.key('cancel')))).toBe(
      'CANCELLED',
    );
    const inApp = await create();
    await pay(inApp.reference, { decision: 'open' });
    await expectError(vipps.payments.cancel(inApp.reference, inApp.key('cancel')), {
      outcome: 'refused',
      problem: { title: 'Cannot cancel pending' },
    });
    await pay(inApp.reference, { decision: 'reject' });
    expect(await statusOf(inApp.reference)).toBe('ABORTED');
  });

  it('approves by force, in the test environment', async () => {
    const { reference } = await create();
    await vipps.payments.forceApprove(reference, { customer: { phoneNumber: '4791234567' } });
    expect(await statusOf(reference)).toBe('AUTHORIZED');
  });

  it('finds the payment captured where the sales unit captures by itself', async () => {
    const direct = sandbox.newClient({
      clientId: 'sandbox-vipps-client-id-2',
      clientSecret: 'sandbox-vipps-client-secret-2',
      subscriptionKey: 'sandbox-vipps-subscription-key-2',
      merchantSerialNumber: '100002',
    });
    await direct.payments.create(paymentRequest({ reference: 'direct-1' }), { idempotencyKey: 'direct-1' });
    await pay('direct-1');
    expect(deriveStatus(await direct.payments.retrieve('direct-1'))).toBe('CAPTURED');
    await expectError(vipps.payments.retrieve('direct-1'), { code: 'VIPPS_NOT_FOUND' });
  });

  it('registers, lists and deletes webhooks', async () => {
    const events = ['epayments.payment.terminated.v1'];
    const { id } = await vipps.webhooks.register({ url: 'https://portal.example/hook', events });
    expect(await vipps.webhooks.list()).toContainEqual({ id, url: 'https://portal.example/hook', events });
    await vipps.webhooks.delete(id);
    await expectError(vipps.webhooks.delete(id), { code: 'VIPPS_NOT_FOUND' });
    await expectError(vipps.webhooks.register({ url: 'https://portal.example/hook', events: ['x'] }), {
      problem: { extraDetails: [{ name: 'events.0', reason: expect.any(String) }] },
    });
  });
});

describe('the client when the sandbox fails', () => {
  it.each(['lost-after-commit', 'lost-before-commit', '500', '502', '429', '401'])(
    '%s: the same key moves the money exactly once',
    async (value) => {
      count += 1;
      const reference = `contract-lost-${count}`;
      const keyed = { idempotencyKey: reference };
      await fault('create', value, reference);
      await vipps.payments.create(paymentRequest({ reference }), keyed);
      await pay(reference);
      await fault('get', value === 'lost-after-commit' ? 'dead' : value, reference);
      expect(await statusOf(reference)).toBe('AUTHORIZED');
      await fault('capture', value, reference);
      await vipps.payments.capture(reference, money(500), keyed);
      await fault('refund', value, reference);
      await vipps.payments.refund(reference, money(200), keyed);
      await fault('cancel', value, reference);
      await vipps.payments.cancel(reference, keyed);
      const { aggregate } = await vipps.payments.retrieve(reference);
      expect(readSums({ aggregate })).toMatchObject({ captured: 500, refunded: 200, cancelled: 59500 });
    },
  );

  it('says unknown when the reply is lost and it may not repeat, and finds out with the same key', async () => {
    const { reference, key } = await create();
    await pay(reference);
    const once = sandbox.newClient({ maxRetries: 0 });
    await fault('capture', 'lost-after-commit', reference);
    await expectError(once.payments.capture(reference, money(500), key('capture')), { outcome: 'unknown' });
    await expectError(vipps.payments.capture(reference, money(600), key('capture')), {
      code: 'VIPPS_CONFLICT',
      outcome: 'unknown',
    });
    const again = await vipps.payments.capture(reference, money(500), key('capture'));
    expect(readSums(again).captured).toBe(500);
  });

  it('renews a token that is over', async () => {
    await fault('token', 'expired');
    const { reference } = await create();
    expect(await sandbox.newClient().payments.retrieve(reference)).toMatchObject({ state: 'CREATED' });
  });

  it('knows wrong keys', async () => {
    const stranger = sandbox.newClient({ clientSecret: 'wrong' });
    await expectError(stranger.payments.retrieve('contract-1'), {
      code: 'VIPPS_AUTHENTICATION',
      outcome: 'not_sent',
      httpStatus: 401,
    });
  });

  it('says not_sent when nobody listens', async () => {
    const closed = createServer();
    const port = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));
    const keys = { clientId: 'a', clientSecret: 'b', subscriptionKey: 'c', merchantSerialNumber: '123456' };
    const nobody = createVippsClient({ ...keys, baseUrl: `http://127.0.0.1:${port}`, maxRetries: 0 });
    await expectError(nobody.payments.create(paymentRequest(), { idempotencyKey: 'x' }), {
      code: 'VIPPS_TOKEN',
      outcome: 'not_sent',
    });
  });

  it('takes wrong amounts and currencies as they are told, and an unknown state for open', async () => {
    const { reference } = await create();
    await pay(reference);
    await fault('amount', 'wrong', reference);
    expect((await vipps.payments.retrieve(reference)).amount.value).toBe(59900);
    await fault('currency', 'wrong', reference);
    expect((await vipps.payments.retrieve(reference)).amount.currency).toBe('EUR');
    await fault('status', 'unknown', reference);
    expect(await statusOf(reference)).toBe('UNKNOWN');
    expect(wireProblems.splice(0)).toEqual([expect.stringContaining('reply 200/state')]);
  });
});

/** Posts the form of a page as a browser without JavaScript would; gives where it sends the payer. */
async function submit(address: string, chosen: Record<string, string>): Promise<string> {
  const page = await fetch(address);
  const form = (await page.text()).split(/<form/i)[1]?.split(/<\/form>/i, 1)[0] ?? '';
  const action = /action="([^"]*)"/.exec(form)?.[1]?.replaceAll('&#38;', '&') ?? '';
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<input[^>]*>/gi)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    fields.set(attribute('name'), attribute('value'));
  }
  for (const [name, value] of Object.entries(chosen)) fields.set(name, value);
  const reply = await fetch(action, { method: 'POST', body: fields, redirect: 'manual' });
  return reply.headers.get('location') ?? '';
}

async function expectError(call: Promise<unknown>, expected: object): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(VippsError);
  expect(error).toMatchObject(expected);
}
