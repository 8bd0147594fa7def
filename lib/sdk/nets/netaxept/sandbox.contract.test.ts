import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../../identity/testing/sandbox.ts';
import {
  createNetaxeptClient,
  deriveTransactionStatus,
  type NetaxeptClient,
  type NetaxeptClientOptions,
  NetsError,
  type RegisterRequest,
  readTerminalReturn,
} from './index.ts';

/*
 * The client against the project's simulated Netaxept, over real HTTP. The sandbox shares no code with this folder;
 * both follow the same reference, so agreement here means something.
 */
const GOOD_CARD = '4925000000000004';
const DECLINED_CARD = '4925000000000087';

let sandbox: Awaited<ReturnType<typeof startSandbox>> | undefined;
let origin = '';
let netaxept: NetaxeptClient;

const newClient = (options: Partial<NetaxeptClientOptions> = {}) =>
  createNetaxeptClient({
    merchantId: '11000350',
    token: 'sandbox+netaxept/token=1',
    baseUrl: `${origin}/netaxept`,
    timeoutMs: 5000,
    retryDelay: async () => undefined,
    ...options,
  });

beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:3000');
  origin = sandbox.url;
  netaxept = newClient();
});
afterAll(() => sandbox?.stop());

const order = (orderNumber: string, changes: Partial<RegisterRequest> = {}): RegisterRequest => ({
  orderNumber,
  amount: 60_000,
  currencyCode: 'NOK',
  redirectUrl: 'http://localhost:3000/return',
  autoAuth: true,
  ...changes,
});

/** Registered and paid in the terminal; gives the transaction's id. */
async function paid(orderNumber: string, changes?: Partial<RegisterRequest>): Promise<string> {
  const { transactionId } = await netaxept.transactions.register(order(orderNumber, changes));
  expect(readTerminalReturn(await pay(transactionId, GOOD_CARD))).toEqual({
    transactionId,
    outcome: 'ok',
    responseCode: 'OK',
  });
  return transactionId;
}

describe('the client against the sandbox', () => {
  it('registers, is paid in the terminal, takes it and gives it back in parts', async () => {
    const transactionId = await paid('whole', { extra: { orderDescription: 'Gebyr & sånt' } });
    const held = await netaxept.transactions.query(transactionId);
    expect(deriveTransactionStatus(held)).toBe('AUTHORIZED');
    expect(held).toMatchObject({
      order: { amount: 60_000, currency: 'NOK', orderNumber: 'whole', description: 'Gebyr & sånt' },
      card: { paymentMethod: 'Visa', maskedPan: '492500******0004' },
    });
    const capture = await netaxept.transactions.capture({ transactionId, amount: 60_000 });
    expect(capture).toMatchObject({ operation: 'CAPTURE', transactionId, merchantId: '11000350' });
    await netaxept.transactions.credit({ transactionId, amount: 1 });
    await netaxept.transactions.credit({ transactionId, amount: 59_999 });
    await expectError(netaxept.transactions.credit({ transactionId, amount: 1 }), {
      code: 'NETAXEPT_EXCEPTION',
      outcome: 'refused',
    });
    const found = await netaxept.transactions.query(transactionId);
    expect(deriveTransactionStatus(found)).toBe('CREDITED');
    expect(found.history.map(({ operation }) => operation)).toEqual([
      'Register',
      'Auth',
      'Capture',
      'Credit',
      'Credit',
    ]);
  });

  it('lets go of what is held, and of nothing else', async () => {
    const transactionId = await paid('held');
    await netaxept.transactions.annul({ transactionId });
    expect(deriveTransactionStatus(await netaxept.transactions.query(transactionId))).toBe('ANNULLED');
    for (const call of [netaxept.transactions.annul, netaxept.transactions.capture])
      await expectError(call({ transactionId }), { outcome: 'refused' });
  });

  it('authorises after the terminal where it was not asked to do so in it', async () => {
    for (const operation of ['auth', 'sale'] as const) {
      const { transactionId } = await netaxept.transactions.register(order(operation, { autoAuth: false }));
      await expectError(netaxept.transactions[operation]({ transactionId }), { outcome: 'refused' });
      await pay(transactionId, GOOD_CARD);
      expect(deriveTransactionStatus(await netaxept.transactions.query(transactionId))).toBe('REGISTERED');
      expect((await netaxept.transactions[operation]({ transactionId })).authorizationId).toMatch(/^\d{6}$/);
      expect(deriveTransactionStatus(await netaxept.transactions.query(transactionId))).toBe(
        operation === 'auth' ? 'AUTHORIZED' : 'CAPTURED',
      );
    }
  });

  it('tells a decline, and never the number of the card', async () => {
    const { transactionId } = await netaxept.transactions.register(order('declined'));
    expect(readTerminalReturn(await pay(transactionId, DECLINED_CARD))).toMatchObject({
      outcome: 'failed',
      responseCode: '99',
    });
    const found = await netaxept.transactions.query(transactionId);
    expect(deriveTransactionStatus(found)).toBe('FAILED');
    expect(found.error).toMatchObject({ responseCode: '99', responseSource: 'Netaxept' });
    expect(JSON.stringify(found)).not.toContain(DECLINED_CARD);

    const later = await netaxept.transactions.register(order('declined-later', { autoAuth: false }));
    await pay(later.transactionId, DECLINED_CARD);
    const error = await expectError(netaxept.transactions.auth(later), { outcome: 'refused' });
    expect(error).toMatchObject({ type: 'BBSException', result: { responseCode: '99' } });
    expect(JSON.stringify([error, error.message])).not.toContain(DECLINED_CARD);
  });

  it('knows nothing of a payer who left', async () => {
    const { transactionId } = await netaxept.transactions.register(order('left'));
    const { location } = await post('/Terminal/cancel', { transactionId });
    expect(readTerminalReturn(new URL(location).searchParams)).toMatchObject({ outcome: 'cancelled' });
    expect(deriveTransactionStatus(await netaxept.transactions.query(transactionId))).toBe('REGISTERED');
  });

  it('is refused with another token, and finds nothing of another merchant', async () => {
    const wrong = newClient({ token: 'wrong' });
    await expectError(wrong.transactions.register(order('x')), {
      code: 'NETS_AUTHENTICATION',
      outcome: 'refused',
    });
    const theirs = newClient({ merchantId: '11000351', token: 'sandbox+netaxept/token=2' });
    await expectError(theirs.transactions.query(await paid('mine')), { code: 'NETAXEPT_NOT_FOUND' });
  });

  it.each([
    ['lost-after-commit', 'unknown', true],
    ['lost-before-commit', 'unknown', false],
    ['500', 'unknown', false],
    ['exception', 'unknown', false],
    ['exception-after-commit', 'unknown', true],
    ['refused', 'refused', false],
  ])('capture under the fault %s is %s, and the query tells the truth', async (value, outcome, isTaken) => {
    const transactionId = await paid(`fault-${value}`);
    await fault({ name: 'capture', value, reference: transactionId, times: 1 });
    await expectError(netaxept.transactions.capture({ transactionId, amount: 60_000 }), { outcome });
    const { summary } = await netaxept.transactions.query(transactionId);
    expect(summary.amountCaptured).toBe(isTaken ? 60_000 : 0);
  });

  it('is asked again after too many calls, and a query after anything', async () => {
    const transactionId = await paid('again');
    await fault({ name: 'capture', value: '429', reference: transactionId, times: 1 });
    await netaxept.transactions.capture({ transactionId });
    await fault({ name: 'query', value: 'dead', reference: transactionId, times: 2 });
    expect((await netaxept.transactions.query(transactionId)).summary.amountCaptured).toBe(60_000);
  });

  it('does not take an answer for one that it cannot read', async () => {
    const transactionId = await paid('unreadable');
    await fault({ name: 'status', value: 'unknown', reference: transactionId });
    await expectError(netaxept.transactions.query(transactionId), {
      code: 'NETS_PROTOCOL',
      outcome: 'unknown',
    });
  });
});

/** Fills in the terminal's form as a browser without JavaScript would; gives what the payer is sent back with. */
async function pay(transactionId: string, cardNumber: string): Promise<URLSearchParams> {
  const shown = await fetch(netaxept.terminal.url(transactionId));
  expect(await shown.text()).toContain('cc-number');
  const { location } = await post('/Terminal/pay', {
    transactionId,
    cardNumber,
    expiry: '12/39',
    cvc: '123',
  });
  return new URL(location).searchParams;
}

async function post(path: string, fields: Record<string, string>): Promise<{ location: string }> {
  const body = new URLSearchParams(fields);
  const reply = await fetch(`${origin}/netaxept${path}`, { method: 'POST', body, redirect: 'manual' });
  return { location: reply.headers.get('location') ?? '' };
}

async function fault(body: object): Promise<void> {
  const reply = await fetch(`${origin}/faults/api`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ party: 'netaxept', ...body }),
  });
  expect(reply.status).toBe(200);
}

async function expectError(call: Promise<unknown>, expected: object): Promise<NetsError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject(expected);
  if (!(error instanceof NetsError)) throw new Error(`expected a NetsError, got ${String(error)}`);
  return error;
}
