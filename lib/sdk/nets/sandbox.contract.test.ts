import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CreatePaymentRequest,
  createNetsClient,
  deriveStatus,
  type HostedCheckout,
  type NetsClient,
  NetsError,
  parseWebhook,
  verifyWebhook,
  type WebhookEvent,
  withLanguage,
} from './index.ts';

/*
 * The client against the project's simulated Nets, over real HTTP. The sandbox shares no code with this folder;
 * both follow the same reference, so agreement here means something.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SECRET_KEY = 'sandbox-nets-secret-key';
const AUTHORIZATION = 'contractTest1234';
const GOOD_CARD = '4925000000000004';
const DECLINED_CARD = '4925000000000087';

let sandbox: ChildProcess | undefined;
let origin = '';
let receiver: Server;
let receiverUrl = '';
let nets: NetsClient;
const received: { authorization: string | undefined; event: WebhookEvent }[] = [];

beforeAll(async () => {
  origin = await startSandbox();
  nets = createNetsClient({
    secretKey: SECRET_KEY,
    baseUrl: `${origin}/nets`,
    timeoutMs: 5000,
    retryDelay: async () => undefined,
  });
  receiverUrl = await startReceiver();
});

afterAll(() => {
  sandbox?.kill('SIGTERM');
  receiver?.close();
});

describe('the client against the sandbox', () => {
  it('creates, is paid with charge:true, and reads CHARGED with our amount, currency and reference', async () => {
    const created = await nets.payments.create(request('auto', { charge: true }));
    expect(created.paymentId).toMatch(/^[0-9a-f]{32}$/);
    expect(deriveStatus(await nets.payments.retrieve(created.paymentId))).toBe('NEW');

    const location = await pay(created.hostedPaymentPageUrl, GOOD_CARD);
    expect(location).toContain('https://portal.example/return');

    const payment = await nets.payments.retrieve(created.paymentId);
    expect(deriveStatus(payment)).toBe('CHARGED');
    expect(payment.orderDetails).toMatchObject({ amount: 60000, currency: 'NOK', reference: 'auto' });
    expect(payment.paymentDetails).toMatchObject({ paymentType: 'CARD', paymentMethod: 'Visa' });
    expect(payment.charges).toHaveLength(1);
  });

  it('receives webhooks that verify and parse', async () => {
    const { paymentId, hostedPaymentPageUrl } = await nets.payments.create(
      request('hooks', { charge: true }),
    );
    await pay(hostedPaymentPageUrl, GOOD_CARD);
    const mine = () => received.filter(({ event }) => event.paymentId === paymentId);
    await expect
      .poll(() => mine().map(({ event }) => event.event), { timeout: 10_000 })
      .toEqual(expect.arrayContaining(['payment.checkout.completed', 'payment.charge.created.v2']));
    for (const { authorization } of mine()) {
      expect(
        verifyWebhook({ authorizationHeader: authorization, expectedAuthorization: AUTHORIZATION }),
      ).toBe(true);
    }
  });

  it('reserves, charges once per idempotency key, and refunds', async () => {
    const { paymentId, hostedPaymentPageUrl } = await nets.payments.create(
      request('reserve', { charge: false }),
    );
    await pay(hostedPaymentPageUrl, GOOD_CARD);
    expect(deriveStatus(await nets.payments.retrieve(paymentId))).toBe('RESERVED');

    const first = await nets.payments.charge(paymentId, { amount: 60000 }, { idempotencyKey: 'charge-1' });
    const again = await nets.payments.charge(paymentId, { amount: 60000 }, { idempotencyKey: 'charge-1' });
    expect(again.chargeId).toBe(first.chargeId);
    await expectError(nets.payments.charge(paymentId, { amount: 60000 }), {
      apiCode: '1008',
      outcome: 'refused',
    });

    await nets.payments.refund(paymentId, { amount: 10000 }, { idempotencyKey: 'refund-1' });
    expect(deriveStatus(await nets.payments.retrieve(paymentId))).toMatch(
      /PARTIALLY_REFUNDED|PENDING_REFUND/,
    );
    await nets.charges.refund(first.chargeId, { amount: 50000 }, { idempotencyKey: 'refund-2' });
    await expect.poll(async () => deriveStatus(await nets.payments.retrieve(paymentId))).toBe('REFUNDED');
  });

  it('finds out what a lost reply did: the same key charges once', async () => {
    const { paymentId, hostedPaymentPageUrl } = await nets.payments.create(
      request('lost', { charge: false }),
    );
    await pay(hostedPaymentPageUrl, GOOD_CARD);
    await fault({ party: 'nets', name: 'charge', value: 'lost-after-commit', reference: 'lost', times: 1 });
    await nets.payments.charge(paymentId, { amount: 60000 }, { idempotencyKey: 'charge-lost' });
    const { charges } = await nets.payments.retrieve(paymentId);
    expect(charges.map(({ amount }) => amount)).toEqual([60000]);
  });

  it('says unknown when a reply is lost and no key allows a repeat', async () => {
    await fault({
      party: 'nets',
      name: 'create',
      value: 'lost-after-commit',
      reference: 'lost-create',
      times: 1,
    });
    await expectError(nets.payments.create(request('lost-create')), {
      code: 'NETS_CONNECTION',
      outcome: 'unknown',
    });
  });

  it('says not_sent when nobody listens', async () => {
    const closed = createServer();
    const port = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));
    const nobody = createNetsClient({ secretKey: 'k', baseUrl: `http://127.0.0.1:${port}`, maxRetries: 0 });
    await expectError(nobody.payments.create(request('x')), { code: 'NETS_CONNECTION', outcome: 'not_sent' });
  });

  it('repeats a read over a 500, and waits out a 429', async () => {
    const { paymentId } = await nets.payments.create(request('flaky'));
    await fault({ party: 'nets', name: 'get', value: '500', reference: 'flaky', times: 1 });
    expect((await nets.payments.retrieve(paymentId)).paymentId).toBe(paymentId);
    await fault({ party: 'nets', name: 'terminate', value: '429', reference: 'flaky', times: 1 });
    await nets.payments.terminate(paymentId);
    expect(deriveStatus(await nets.payments.retrieve(paymentId))).toBe('TERMINATED');
  });

  it('cancels the whole reservation, never a part, and does not terminate one', async () => {
    const { paymentId, hostedPaymentPageUrl } = await nets.payments.create(
      request('cancel', { charge: false }),
    );
    await pay(hostedPaymentPageUrl, GOOD_CARD);
    await expectError(nets.payments.terminate(paymentId), { code: 'NETS_API', outcome: 'refused' });
    await expectError(nets.payments.cancel(paymentId, { amount: 1 }), {
      apiCode: '1007',
      outcome: 'refused',
    });
    await nets.payments.cancel(paymentId, { amount: 60000 });
    expect(deriveStatus(await nets.payments.retrieve(paymentId))).toBe('CANCELLED');
  });

  it('stays NEW after a declined card, and changes references and items while it is', async () => {
    const { paymentId, hostedPaymentPageUrl } = await nets.payments.create(request('declined'));
    await pay(hostedPaymentPageUrl, DECLINED_CARD);
    expect(deriveStatus(await nets.payments.retrieve(paymentId))).toBe('NEW');
    await nets.payments.updateMyReference(paymentId, 'another');
    await nets.payments.updateOrderItems(paymentId, { amount: 60000, items: request('x').order.items });
    expect((await nets.payments.retrieve(paymentId)).myReference).toBe('another');
  });

  it('lists payment methods', async () => {
    expect((await nets.paymentMethods.list({ currency: 'NOK' })).map(({ name }) => name)).toContain('Visa');
  });

  it('knows a wrong key, a missing payment and invalid fields apart', async () => {
    const stranger = createNetsClient({ secretKey: 'wrong', baseUrl: `${origin}/nets` });
    await expectError(stranger.payments.retrieve('0'.repeat(32)), {
      code: 'NETS_AUTHENTICATION',
      httpStatus: 401,
    });
    await expectError(nets.payments.retrieve('0'.repeat(32)), { code: 'NETS_NOT_FOUND', httpStatus: 404 });
    const invalid = request('bad <text>');
    await expectError(nets.payments.create(invalid), {
      code: 'NETS_VALIDATION',
      errors: { 'order.reference': expect.any(Array) },
    });
  });
});

function request(
  reference: string,
  checkout: Partial<HostedCheckout> = {},
): CreatePaymentRequest<HostedCheckout> {
  return {
    order: {
      items: [
        {
          reference: 'GEBYR-1',
          name: 'Behandlingsgebyr',
          quantity: 1,
          unit: 'stk',
          unitPrice: 48000,
          taxRate: 2500,
          taxAmount: 12000,
          netTotalAmount: 48000,
          grossTotalAmount: 60000,
        },
      ],
      amount: 60000,
      currency: 'NOK',
      reference,
    },
    checkout: {
      integrationType: 'HostedPaymentPage',
      returnUrl: 'https://portal.example/return',
      cancelUrl: 'https://portal.example/cancel',
      termsUrl: 'https://portal.example/vilkar',
      merchantHandlesConsumerData: true,
      ...checkout,
    },
    myReference: reference.replace(/[^a-z-]/g, ''),
    notifications: {
      webHooks: (['payment.checkout.completed', 'payment.charge.created.v2'] as const).map((eventName) => ({
        eventName,
        url: receiverUrl,
        authorization: AUTHORIZATION,
      })),
    },
  };
}

/** Fills in the hosted page's card form as a browser without JavaScript would; gives where it sends the payer. */
async function pay(hostedPaymentPageUrl: string, cardNumber: string): Promise<string> {
  const page = await fetch(withLanguage(hostedPaymentPageUrl, 'nb-NO'));
  const html = await page.text();
  const form = html.split(/<form/i).find((part) => part.includes('cc-number')) ?? '';
  const action = /action="([^"]*)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? page.url;
  const fields = new URLSearchParams();
  for (const [tag] of form.split(/<\/form>/i, 1)[0]?.matchAll(/<input[^>]*>/gi) ?? []) {
    const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    const typed: Record<string, string> = { 'cc-number': cardNumber, 'cc-exp': '12/39', 'cc-csc': '123' };
    fields.set(attribute('name'), typed[attribute('autocomplete')] ?? attribute('value'));
  }
  const reply = await fetch(new URL(action, page.url), { method: 'POST', body: fields, redirect: 'manual' });
  return reply.headers.get('location') ?? '';
}

async function fault(body: object): Promise<void> {
  const reply = await fetch(`${origin}/faults/api`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(reply.status).toBe(200);
}

async function expectError(call: Promise<unknown>, expected: object): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NetsError);
  expect(error).toMatchObject(expected);
}

/** Its origin; rejects with what it said when it does not come up. */
function startSandbox(): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
      cwd: ROOT,
      env: { ...process.env, SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    sandbox = child;
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const ready = /sandbox ready (\S+)/.exec(output)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.stderr.on('data', (chunk) => {
      output += String(chunk);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`the sandbox did not start: ${output.slice(-500)}`)));
  });
}

async function startReceiver(): Promise<string> {
  receiver = createServer((incoming, reply) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += String(chunk);
    });
    incoming.on('end', () => {
      received.push({ authorization: incoming.headers.authorization, event: parseWebhook(body) });
      reply.writeHead(200).end();
    });
  });
  return `http://127.0.0.1:${await listen(receiver)}/hook`;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
}
