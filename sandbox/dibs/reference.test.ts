import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { macOf } from './mac.ts';
import { readReference } from './testing/reference.ts';
import { startDibs } from './testing/start-dibs.ts';

/* The sandbox against the reference's vectors, cards and recording: what the client is held against too, apart from it. */
const vectors: Vectors | undefined = readReference('vectors/dibs-dpw-mac.json');
const cards: Cards | undefined = readReference('vectors/test-cards.json')?.dibs;
const recording = readReference('dibs/json-api.recorded.json');

interface Vectors {
  K: string;
  vectors: { message: string; mac: string; fields?: Record<string, string> }[];
}

interface Cards {
  expiry: string;
  cvc: string;
  cards: { pan: string; brand: string; outcome: string }[];
}

let sandbox: Awaited<ReturnType<typeof startDibs>>;
beforeAll(async () => {
  sandbox = await startDibs();
});
afterAll(() => sandbox.close());
const call = async (name: string, transactionId: string, amount: number) =>
  (await sandbox.api(`${name}Transaction`, { transactionId, amount })).json;

describe.runIf(vectors)('the MAC vectors', () => {
  test.each(vectors?.vectors ?? [])('$message', ({ message, fields, mac }) => {
    const pairs = fields ?? Object.fromEntries(message.split('&').map((pair) => pair.split('=')));
    expect(macOf(Object.entries(pairs), vectors?.K ?? '')).toBe(mac);
  });
});

describe.runIf(cards)('the test cards', () => {
  const pay = async (card: string) => {
    const id = await sandbox.open();
    const { outcome, back } = await sandbox.pay(id, { card, expiry: cards?.expiry, cvc: cards?.cvc });
    const captured = back && (await call('Capture', back.fields.transaction, 60000)).status;
    return { outcome, captured, type: back?.fields.cardTypeName };
  };
  const types: Record<string, string> = { Visa: 'VISA', Dankort: 'DK' };
  const outcomes: Record<string, object> = {
    accepted: { outcome: 'paid', captured: 'ACCEPT' },
    'authorization DECLINE': { outcome: 'declined', type: undefined },
    'authorization ACCEPT, capture DECLINE': { outcome: 'paid', captured: 'DECLINE' },
  };
  test.each(cards?.cards ?? [])('$pan: $outcome', async ({ pan, brand, outcome }) => {
    expect(outcomes).toHaveProperty([outcome]);
    expect(await pay(pan)).toMatchObject({ type: types[brand], ...outcomes[outcome] });
  });
  test('any other is rejected by the acquirer', async () => {
    expect(await pay('4925000000000004')).toMatchObject({ outcome: 'declined' });
  });
});

describe.runIf(recording)('the recording', () => {
  type Request = Record<string, string | number | boolean>;
  const request = (name: string): Request => {
    const found = recording.requests.find(({ path }: { path: string }) => path.endsWith(`/${name}`));
    const { MAC: _mac, merchantId: _merchant, ...rest } = found.request;
    return rest;
  };
  const card = async (cardNumber = '4711100000000000') =>
    (await sandbox.api('AuthorizeCard', { ...request('AuthorizeCard'), cardNumber })).json;
  const cancel = async (transactionId: string) =>
    (await sandbox.api('CancelTransaction', { transactionId })).json;

  test('its requests are understood, and answered in its words', async () => {
    const { replies } = recording;
    const authorized = await card();
    expect(Object.keys(authorized)).toEqual(Object.keys(replies['authorize.accept']));
    expect(authorized).toMatchObject({ status: 'ACCEPT', acquirer: 'TEST' });
    const { transactionId } = authorized;
    const capture = { ...request('CaptureTransaction'), transactionId };
    expect((await sandbox.api('CaptureTransaction', capture)).json).toEqual(replies['capture.accept']);
    expect(await call('Refund', transactionId, 100)).toEqual(replies['refund.accept']);
    expect(await card('4711000000000000')).toEqual(replies['authorize.decline']);
    const refusing = (await card('4711100000000001')).transactionId;
    expect(await call('Capture', refusing, 100)).toEqual(replies['capture.decline']);
    expect(await cancel((await card()).transactionId)).toEqual(replies['cancel.accept']);
    expect(await cancel('')).toEqual(replies['cancel.error']);
    expect(await call('Refund', '', 100)).toEqual(replies['refund.error']);
    const ticket = await sandbox.api('CreateTicket', request('AuthorizeCard'));
    expect(Object.keys(ticket.json)).toEqual(Object.keys(replies['ticket.accept']));
  });
});
