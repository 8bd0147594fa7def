import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillCardForm } from '../testing/card-form.ts';
import {
  type ContractSandbox,
  deadOrigin,
  expectErrorOf,
  startContractSandbox,
} from '../testing/contract-sandbox.ts';
import {
  type CreatePaymentRequest,
  createNetsClient,
  deriveStatus,
  type HostedCheckout,
  type NetsClient,
  NetsError,
  parseWebhook,
  verifyWebhook,
  withLanguage,
} from './index.ts';

/*
 * The client against the project's simulated Nets, over real HTTP. The sandbox shares no code with this folder;
 * both follow the same reference, so agreement here means something.
 */
const SECRET_KEY = 'sandbox-nets-secret-key';
const AUTHORIZATION = 'contractTest1234';
const GOOD_CARD = '4925000000000004';
const DECLINED_CARD = '4925000000000087';

let sandbox: ContractSandbox;
let nets: NetsClient;

beforeAll(async () => {
  sandbox = await startContractSandbox();
  nets = createNetsClient({
    secretKey: SECRET_KEY,
    baseUrl: `${sandbox.origin}/nets`,
    timeoutMs: 5000,
    retryDelay: async () => undefined,
  });
});
afterAll(() => sandbox?.close());

const expectError = expectErrorOf(NetsError);
/** Strikes once. */
const fault = (name: string, value: string, reference: string) =>
  sandbox.ask('PUT', '/faults/api', { party: 'nets', name, value, reference, times: 1 });

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
    const mine = () =>
      sandbox.received
        .map(({ headers, body }) => ({ authorization: headers.authorization, event: parseWebhook(body) }))
        .filter(({ event }) => event.paymentId === paymentId);
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
    await fault('charge', 'lost-after-commit', 'lost');
    await nets.payments.charge(paymentId, { amount: 60000 }, { idempotencyKey: 'charge-lost' });
    const { charges } = await nets.payments.retrieve(paymentId);
    expect(charges.map(({ amount }) => amount)).toEqual([60000]);
  });

  it('says unknown when a reply is lost and no key allows a repeat', async () => {
    await fault('create', 'lost-after-commit', 'lost-create');
    await expectError(nets.payments.create(request('lost-create')), {
      code: 'NETS_CONNECTION',
      outcome: 'unknown',
    });
  });

  it('says not_sent when nobody listens', async () => {
    const nobody = createNetsClient({ secretKey: 'k', baseUrl: await deadOrigin(), maxRetries: 0 });
    await expectError(nobody.payments.create(request('x')), { code: 'NETS_CONNECTION', outcome: 'not_sent' });
  });

  it('repeats a read over a 500, and waits out a 429', async () => {
    const { paymentId } = await nets.payments.create(request('flaky'));
    await fault('get', '500', 'flaky');
    expect((await nets.payments.retrieve(paymentId)).paymentId).toBe(paymentId);
    await fault('terminate', '429', 'flaky');
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
    const stranger = createNetsClient({ secretKey: 'wrong', baseUrl: `${sandbox.origin}/nets` });
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
        url: sandbox.receiverUrl,
        authorization: AUTHORIZATION,
      })),
    },
  };
}

/** Fills in the hosted page's card form as a browser without JavaScript would; gives where it sends the payer. */
async function pay(hostedPaymentPageUrl: string, cardNumber: string): Promise<string> {
  const page = await fetch(withLanguage(hostedPaymentPageUrl, 'nb-NO'));
  const { action, fields } = fillCardForm(await page.text(), cardNumber);
  const reply = await fetch(new URL(action || page.url, page.url), {
    method: 'POST',
    body: fields,
    redirect: 'manual',
  });
  return reply.headers.get('location') ?? '';
}
