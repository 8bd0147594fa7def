import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { elementIn, startNetaxept } from './testing/start-netaxept.ts';

let sandbox: Awaited<ReturnType<typeof startNetaxept>>;
beforeAll(async () => {
  sandbox = await startNetaxept();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

const card = { cardNumber: '4925 0000 0000 0004', expiry: '12/29', cvc: '123' };
const terminal = (id: string, more = '') =>
  sandbox.ask('GET', `/Terminal/default.aspx?merchantId=11000350&transactionId=${id}${more}`);
const post = (path: string, transactionId: string, fields: Record<string, string> = {}) =>
  sandbox.ask('POST', path, { transactionId, ...fields });
const codeIn = (location: string) => new URL(location).searchParams.get('responseCode');

describe('the terminal', () => {
  it('shows the order in the language that was asked for, and fills in a test card', async () => {
    const id = await sandbox.register({ orderDescription: 'Gebyr <b>', language: 'en_GB' });
    const { text } = await terminal(id, '&card=4925000000000087');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Gebyr &#60;b&#62;');
    expect(text).toContain('value="4925000000000087"');
    expect(text).not.toContain('<script');
    expect((await terminal('0'.repeat(32))).status).toBe(404);
  });

  it('pays, and sends the payer back', async () => {
    const id = await sandbox.register({ redirectUrl: 'http://localhost:3000/r?x=1' });
    const { status, location } = await post('/Terminal/pay', id, card);
    expect(status).toBe(303);
    expect(location).toBe(`http://localhost:3000/r?x=1&transactionId=${id}&responseCode=OK`);
    expect(elementIn(await sandbox.query(id), 'MaskedPAN')).toBe('492500******0004');
  });

  it('says what is wrong with what was typed, by its field', async () => {
    const id = await sandbox.register({ paymentMethodList: 'Visa' });
    const { status, text } = await post('/Terminal/pay', id, {
      cardNumber: '5413000000000000',
      expiry: '1',
      cvc: '',
    });
    expect(status).toBe(422);
    for (const field of ['cardNumber', 'expiry', 'cvc']) expect(text).toContain(`id="${field}-error"`);
    expect(text).toContain('en korttype som brukerstedet ikke tar imot');
  });

  it('is good for one visit: after a no, or after leaving, it is over', async () => {
    const declined = await sandbox.register();
    const left = await sandbox.register();
    expect(
      codeIn((await post('/Terminal/pay', declined, { ...card, cardNumber: '4925000000000087' })).location),
    ).toBe('99');
    expect(codeIn((await post('/Terminal/cancel', left)).location)).toBe('Cancel');
    for (const id of [declined, left]) {
      const again = await post('/Terminal/pay', id, card);
      expect(again.location).toContain('/Terminal/default.aspx');
      expect((await terminal(id)).text).toContain('Betalingen er avsluttet');
      expect(await sandbox.book(id)).toMatchObject({ reserved: 0 });
    }
    expect(await sandbox.query(left)).not.toContain('<Error>');
    expect(await sandbox.query(declined)).toContain('Auth Reg Comp Failure (4925000000000087)');
  });

  it('keeps no number of a card that is not one for tests', async () => {
    const id = await sandbox.register();
    await post('/Terminal/pay', id, { ...card, cardNumber: '4111111111111111' });
    expect(await sandbox.query(id)).toContain('(411111******1111)');
  });

  it('never sends the payer back, where it is told so', async () => {
    const id = await sandbox.register();
    sandbox.fault('return', 'never', { reference: id });
    const { status, text } = await post('/Terminal/pay', id, card);
    expect(status).toBe(200);
    expect(text).toContain('Du kan lukke vinduet');
  });

  it('takes faults for one payment by a plain form', async () => {
    const id = await sandbox.register();
    await post('/Terminal/faults', id, { fault: 'left/error' });
    expect((await terminal(id)).text).toContain('<strong>error</strong>');
    await post('/Terminal/cancel', id);
    expect(await sandbox.query(id)).toContain('<Error>');
  });
});

describe('3-D Secure', () => {
  const asked = async () => {
    const id = await sandbox.register();
    const { location } = await post('/Terminal/pay', id, { ...card, threeDS: 'ask' });
    const challenge = new URL(location).searchParams.get('challenge') ?? '';
    expect((await sandbox.ask('GET', location.slice(sandbox.url().length))).text).toContain('Godkjenn');
    return { id, decide: (decision: string) => post('/issuer/challenge', id, { challenge, decision }) };
  };

  it.each([
    ['approve', 'OK', 60_000],
    ['reject', '99', 0],
    ['cancel', 'Cancel', 0],
  ])('%s', async (decision, code, reserved) => {
    const { id, decide } = await asked();
    expect(codeIn((await decide(decision)).location)).toBe(code);
    expect(await sandbox.book(id)).toMatchObject({ reserved });
    expect((await decide('approve')).location).toContain('/Terminal/default.aspx');
    expect(await sandbox.book(id)).toMatchObject({ reserved });
  });

  it('not available', async () => {
    const id = await sandbox.register();
    expect(codeIn((await post('/Terminal/pay', id, { ...card, threeDS: 'unavailable' })).location)).toBe(
      '99',
    );
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0 });
  });
});

describe('books', () => {
  it('list by reference, show a page, and let what was over come alive', async () => {
    const id = await sandbox.register({ orderNumber: 'sak-alive' });
    expect(await sandbox.pay(id, { leave: true })).toMatchObject({ outcome: 'cancelled' });
    const found = await sandbox.ask('GET', '/books?reference=sak-alive');
    expect(JSON.parse(found.text)).toMatchObject([{ paymentId: id, terminal: 'cancelled', creates: 1 }]);
    expect((await sandbox.ask('POST', `/books/${id}/come-alive`)).status).toBe(200);
    expect(await sandbox.book(id)).toMatchObject({ reserved: 60_000 });
    expect((await sandbox.ask('POST', `/books/${id}/come-alive`)).status).toBe(409);
    expect((await sandbox.ask('GET', '/')).text).toContain('sak-alive');
  });

  it('settle what was taken and given back', async () => {
    const id = await sandbox.register();
    await sandbox.pay(id);
    await sandbox.process('CAPTURE', id);
    await sandbox.process('CREDIT', id, '1000');
    const { text } = await sandbox.ask('GET', '/settlements?date=2026-01-05');
    const mine = text.split('\r\n').filter((line) => line.includes(id));
    expect(mine).toHaveLength(2);
    expect(mine[0]).toMatch(/^NETAXEPT-2026-01-05;2026-01-05;payment;sak-1;.*;60000;NOK;760$/);
    expect(mine[1]).toMatch(/;refund;.*;-1000;NOK;0$/);
  });
});
