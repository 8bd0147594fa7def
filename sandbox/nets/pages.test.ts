import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { orderBody, startNets } from './testing/start-nets.ts';

let sandbox: Awaited<ReturnType<typeof startNets>>;
beforeAll(async () => {
  sandbox = await startNets();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());
const create = (more: Parameters<typeof orderBody>[1] = {}) =>
  sandbox.create(orderBody(sandbox.receiver.url, { events: [], ...more }));
const page = async (paymentId: string, more = '') =>
  (await sandbox.call('GET', `/hostedpaymentpage/?paymentId=${paymentId}${more}`)).text;
const payBy = (paymentId: string, cardNumber: string, more: Record<string, string> = {}) =>
  sandbox.post('/hostedpaymentpage/pay', { paymentId, cardNumber, expiry: '12/30', cvc: '123', ...more });
const open = (address: string | null) => sandbox.call('GET', (address ?? '').replace(sandbox.url(), ''));

describe('the hosted page', () => {
  test('shows who, what and how much, in the language asked for', async () => {
    const id = await create();
    const text = await page(id, '&language=nb-NO');
    for (const part of [
      'TEST',
      'Kvitt testbrukersted',
      'Behandlingsgebyr',
      '600,00',
      'autocomplete="cc-number"',
      'Avbryt',
      'Feil å prøve',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('<html lang="nb">');
    expect(text).not.toContain('<script');
    expect(await page(id, '&language=en-GB')).toContain('Card number');
    expect(await page(id, '&language=nn-NO')).toContain('Brukarstaden');
    expect(await page(id, '&card=5413000000000000')).toContain('value="5413000000000000"');
  });

  test('an unknown payment is not there', async () => {
    expect(await sandbox.call('GET', '/hostedpaymentpage/?paymentId=none')).toMatchObject({ status: 404 });
  });

  test.each(['4925000000000004', '4925 0000 0000 0004', '5413000000000000'])(
    '%s pays and goes back with paymentid',
    async (card) => {
      const id = await create({ charge: true });
      const { status, location } = await payBy(id, card);
      expect(status).toBe(303);
      expect(location).toBe(`http://localhost:3000/pay/return?x=1&paymentid=${id}`);
      expect(await sandbox.book(id)).toMatchObject({ reserved: 60000, charged: 60000 });
    },
  );

  test('a second post or visit pays nothing more', async () => {
    const id = await create({ charge: true });
    await Promise.all([payBy(id, '4925000000000004'), payBy(id, '4925000000000004')]);
    expect(await payBy(id, '5413000000000000')).toMatchObject({ status: 303 });
    expect(await sandbox.book(id)).toMatchObject({ reserved: 60000, charged: 60000, charges: [{}] });
    const text = await page(id);
    expect(text).toContain('Betalingen er allerede gjennomført');
    expect(text).toContain('http://localhost:3000/pay/return?x=1&#38;paymentid=');
  });

  test.each([
    ['4925000000000005', {}, 'Kortnummeret er ikke gyldig'],
    ['', {}, 'Kortnummer må fylles ut'],
    ['4925000000000004', { expiry: '12/25' }, 'Utløpsdatoen er passert'],
    ['4925000000000004', { expiry: '13/30' }, 'Utløpsdato skrives som MM/ÅÅ'],
    ['4925000000000004', { cvc: '12' }, 'CVC må ha tre siffer'],
  ])('%j %j is refused on the page', async (card, more, message) => {
    const id = await create();
    const { status, text } = await payBy(id, card, more);
    expect(status).toBe(422);
    expect(text).toContain(message);
    expect(text).toContain('aria-invalid="true"');
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0 });
  });

  test('a card is good to the end of its month', async () => {
    expect(await payBy(await create(), '4925000000000004', { expiry: '01 / 2026' })).toMatchObject({
      status: 303,
    });
  });

  test('only the listed brands are taken', async () => {
    const id = await create({
      paymentMethodsConfiguration: [
        { name: 'Visa', enabled: true },
        { name: 'MasterCard', enabled: false },
      ],
    });
    expect((await payBy(id, '5413000000000000')).text).toContain('korttype som brukerstedet ikke tar imot');
    expect(await payBy(id, '4925000000000004')).toMatchObject({ status: 303 });
  });

  test('a declined card tells, and another may be tried', async () => {
    const id = await create();
    const declined = await payBy(id, '4925000000000087');
    expect(declined.status).toBe(303);
    expect((await open(declined.location)).text).toContain(
      'Betalingen ble avslått. Ingen penger er trukket.',
    );
    expect((await sandbox.get(id)).summary).toEqual({});
    expect(await payBy(id, '4925000000000004')).toMatchObject({
      location: expect.stringContaining('paymentid'),
    });
  });

  test('a card that is not a published test card never pays', async () => {
    expect((await payBy(await create(), '4111111111111111')).location).toContain('declined=card');
  });

  test('cancel goes back and leaves the payment open', async () => {
    const id = await create();
    const { status, location } = await sandbox.post('/hostedpaymentpage/cancel', { paymentId: id });
    expect({ status, location }).toEqual({ status: 303, location: 'http://localhost:3000/pay/cancel' });
    expect(await payBy(id, '4925000000000004')).toMatchObject({ status: 303 });
  });

  test('a terminated payment is closed', async () => {
    const id = await create();
    await sandbox.call('PUT', `/v1/payments/${id}/terminate`);
    expect(await page(id)).toContain('Betalingen er lukket');
    await payBy(id, '4925000000000004');
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0, terminated: true });
  });

  test('never sent back: the last page says so', async () => {
    const id = await create();
    await sandbox.post('/hostedpaymentpage/faults', { paymentId: id, fault: 'return/never' });
    expect(await page(id)).toContain('Fjern return');
    const { status, text } = await payBy(id, '4925000000000004');
    expect(status).toBe(200);
    expect(text).toContain('du kan lukke vinduet');
    expect(await sandbox.book(id)).toMatchObject({ reserved: 60000 });
  });
});

describe('3-D Secure', () => {
  const challenge = async (card = '4925000000000061') => {
    const id = await create({ charge: true });
    const { location } = await payBy(id, card);
    expect(location).toContain('/nets/issuer/challenge?');
    const fields = Object.fromEntries(new URL(location ?? '').searchParams);
    return {
      id,
      location,
      decide: (decision: string) => sandbox.post('/issuer/challenge', { ...fields, decision }),
    };
  };

  test.each(['4268270087374847', '4925000000000061', '5213199803453465', '5544330000000235'])(
    '%s asks, and approval pays once',
    async (card) => {
      const { id, location, decide } = await challenge(card);
      const text = (await open(location)).text;
      for (const part of ['Godkjenn', 'Avslå', 'Avbryt', '600,00']) expect(text).toContain(part);
      expect(await sandbox.book(id)).toMatchObject({ reserved: 0 });
      expect((await decide('approve')).location).toContain(`paymentid=${id}`);
      await decide('approve');
      expect(await sandbox.book(id)).toMatchObject({ reserved: 60000, charged: 60000 });
    },
  );

  test.each(['reject', 'cancel'])('%s leaves the payment open for another try', async (decision) => {
    const { id, decide } = await challenge();
    const { location } = await decide(decision);
    expect((await open(location)).text).toContain('Banken bekreftet ikke betalingen');
    await decide('approve');
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0 });
    expect(await payBy(id, '4925000000000004')).toMatchObject({ status: 303 });
    expect(await sandbox.book(id)).toMatchObject({ reserved: 60000 });
  });

  test('an approval after termination pays nothing', async () => {
    const { id, decide } = await challenge();
    await sandbox.call('PUT', `/v1/payments/${id}/terminate`);
    await decide('approve');
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0 });
  });
});

describe('books', () => {
  test('pay without a browser', async () => {
    const id = await create();
    expect(await sandbox.pay(id, { card: '4925000000000087' })).toMatchObject({
      outcome: 'declined',
      reason: 'card',
    });
    expect(await sandbox.pay(id, { card: '4925000000000061' })).toMatchObject({ outcome: 'challenge' });
    expect(await sandbox.pay(id, { card: '4925000000000061', threeDS: 'reject' })).toMatchObject({
      outcome: 'declined',
      reason: 'three-d-secure',
    });
    expect(await sandbox.pay(id, { card: '1' })).toMatchObject({
      outcome: 'form-errors',
      errors: { cardNumber: 'invalid' },
    });
    expect(await sandbox.pay(id, { card: '4925000000000061', threeDS: 'approve' })).toMatchObject({
      outcome: 'paid',
    });
    expect(await sandbox.pay(id)).toMatchObject({ outcome: 'already-paid' });
  });

  test('never hold a card number', async () => {
    const id = await create();
    await payBy(id, '4925000000000087');
    await payBy(id, '4925000000000004');
    expect(JSON.stringify(await sandbox.book(id))).not.toMatch(/4925000000000/);
    expect((await sandbox.call('GET', '/')).text).toContain(id);
  });

  test('count the payments made under one name', async () => {
    const ids = [await create({ myReference: 'dobbel' }), await create({ myReference: 'dobbel' })];
    for (const id of ids) expect(await sandbox.book(id)).toMatchObject({ creates: 2 });
  });
});
