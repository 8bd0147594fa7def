import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { formFields, mac, signed, startDibs } from './testing/start-dibs.ts';

let sandbox: Awaited<ReturnType<typeof startDibs>>;
beforeAll(async () => {
  sandbox = await startDibs();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());
const page = (id: string, place = 'payment', more = '') =>
  sandbox.call('GET', `/dpw/${place}?id=${id}${more}`);
const payBy = (id: string, cardNumber: string, more: Record<string, string> = {}) =>
  sandbox.post('/dpw/pay', { id, cardNumber, expiry: '06/24', cvc: '684', ...more });
const hidden = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
    ]),
  );

describe('the entry', () => {
  test.each(['/dpw/entrypoint', '/dibspaymentwindow/entrypoint'])('%s opens a window', async (path) => {
    const { status, location } = await sandbox.post(path, signed(formFields('')));
    expect(status).toBe(303);
    expect(location).toMatch(/\/dibs\/dpw\/payment\?id=[0-9a-f]{32}$/);
  });

  test('refuses a wrong MAC with a page of its own, and opens nothing', async () => {
    const before = (await sandbox.call('GET', '/books')).json.length;
    const form = signed(formFields(''));
    for (const wrong of [
      { ...form, amount: '1' },
      { ...form, s_new: '1' },
      { ...form, MAC: '' },
    ]) {
      const { status, text } = await sandbox.post('/dpw/entrypoint', wrong);
      expect(status).toBe(400);
      expect(text).toContain('MAC: not valid');
      expect(text).toContain('Betalingen kan ikke startes');
    }
    expect((await sandbox.call('GET', '/books')).json).toHaveLength(before);
  });

  test('drops names that it does not know, and leaves them out of the MAC', async () => {
    const form = { ...signed(formFields('')), somethingElse: 'x' };
    const { location } = await sandbox.post('/dpw/entrypoint', form);
    const id = new URL(location ?? '').searchParams.get('id') ?? '';
    const { back } = await sandbox.pay(id);
    expect(back.fields).not.toHaveProperty('somethingElse');
    expect(back.fields).toMatchObject({ s_attempt: 'åtte', status: 'ACCEPTED' });
  });

  test('knows names in any letter case, and echoes them as they came', async () => {
    const { orderId, amount, ...rest } = formFields('');
    const id = await sandbox.enter({ ...rest, orderid: 'a-1', AMOUNT: amount ?? '' });
    const { back } = await sandbox.pay(new URL(id.location ?? '').searchParams.get('id') ?? '');
    expect(back.fields).toMatchObject({ orderid: 'a-1', AMOUNT: '60000' });
    expect(back.fields.MAC).toBe(mac(Object.entries(back.fields)));
  });

  test.each([
    [{ merchant: '1' }, 'merchant: unknown'],
    [{ amount: '0' }, 'amount'],
    [{ amount: '1715000001' }, 'amount'],
    [{ amount: '599.80' }, 'amount'],
    [{ currency: 'kroner' }, 'currency'],
    [{ orderId: 'å' }, 'orderId'],
    [{ acceptReturnUrl: 'http://127.0.0.1:3000/x' }, 'acceptReturnUrl'],
    [{ acceptReturnUrl: '' }, 'acceptReturnUrl'],
    [{ payType: 'visa' }, 'payType'],
  ])('%j is refused', async (more, problem) => {
    const { status, text } = await sandbox.enter({ ...formFields(''), ...more });
    expect(status).toBe(400);
    expect(text).toContain(problem);
  });

  test('takes an order id again, unless told not to', async () => {
    const id = await sandbox.open({ orderId: 'again' });
    await sandbox.pay(id);
    await sandbox.pay(await sandbox.open({ orderId: 'again' }));
    expect(await sandbox.book(id)).toMatchObject({ creates: 2, paid: 2 });
    sandbox.fault('order-id', 'unique');
    const { status } = await sandbox.enter({ ...formFields(''), orderId: 'again' });
    expect(status).toBe(400);
  });
});

describe('the window', () => {
  test('shows who and how much, in the language asked for, without a script', async () => {
    const { text } = await page(await sandbox.open());
    for (const part of ['TEST', 'Kvitt testbrukersted', '600,00', 'instans-8c1e', 'autocomplete="cc-number"'])
      expect(text).toContain(part);
    expect(text).toContain('<html lang="nb">');
    expect(text).not.toContain('<script');
    expect((await page(await sandbox.open({ language: 'en_GB' }))).text).toContain('Card number');
    expect((await page(await sandbox.open(), 'payment', '&card=5019100000000000')).text).toContain(
      'value="5019100000000000"',
    );
    expect((await page('none')).status).toBe(404);
  });

  test.each(['4711100000000000', '4711 1000 0000 0000', '5019100000000000'])('%s pays', async (card) => {
    const id = await sandbox.open();
    const { status, location } = await payBy(id, card);
    expect(status).toBe(303);
    expect(location).toBe(sandbox.url(`/dpw/return?id=${id}`));
    expect(await sandbox.book(id)).toMatchObject({ told: 'ACCEPTED', reserved: 60000, captured: 0 });
  });

  test('sends the browser back with a form that a person can press, signed over all of it', async () => {
    const id = await sandbox.open();
    await payBy(id, '4711100000000000');
    const { text } = await page(id, 'return');
    expect(text).toContain('<form method="post" action="http://localhost:3000/pay/return?x=1"');
    expect(text).toContain('<button type="submit">Tilbake til brukerstedet</button>');
    const fields = hidden(text);
    expect(fields).toMatchObject({
      orderId: 'instans-8c1e',
      amount: '60000',
      status: 'ACCEPTED',
      transaction: expect.stringMatching(/^\d{10}$/),
      acquirer: 'TEST',
      cardNumberMasked: '471110******0000',
      cardTypeName: 'VISA',
      s_attempt: 'åtte',
    });
    expect(fields.MAC).toBe(mac(Object.entries(fields)));
  });

  test('a second post or visit pays nothing more', async () => {
    const id = await sandbox.open({ capturenow: '1' });
    await Promise.all([payBy(id, '4711100000000000'), payBy(id, '4711100000000000')]);
    await payBy(id, '5019100000000000');
    expect(await sandbox.book(id)).toMatchObject({ captured: 60000, captures: [{}], deliveries: [{}] });
    expect((await page(id)).location).toBe(sandbox.url(`/dpw/return?id=${id}`));
  });

  test.each([
    ['', {}, 'Kortnummer må fylles ut'],
    ['123', {}, 'Kortnummer må ha 12 til 19 siffer'],
    ['4711100000000000', { expiry: '05/24' }, 'Utløpsdatoen er passert'],
    ['4711100000000000', { expiry: '13/30' }, 'Utløpsdato skrives som MM/ÅÅ'],
    ['4711100000000000', { cvc: '12' }, 'CVC må ha tre siffer'],
  ])('%j %j is refused on the page', async (card, more, message) => {
    const id = await sandbox.open();
    const { status, text } = await payBy(id, card, more);
    expect(status).toBe(422);
    expect(text).toContain(message);
    expect(text).toContain('aria-invalid="true"');
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0 });
  });

  test('takes only the card types of payType', async () => {
    const id = await sandbox.open({ payType: 'MC,VISA' });
    expect((await payBy(id, '5019100000000000')).text).toContain('brukerstedet ikke tar imot');
    expect((await payBy(id, '4711100000000000')).status).toBe(303);
  });

  test.each(['4711000000000000', '4925000000000004'])(
    '%s is declined, and can be tried again',
    async (card) => {
      const id = await sandbox.open();
      expect((await payBy(id, card)).location).toBe(sandbox.url(`/dpw/payment?id=${id}`));
      expect((await page(id)).text).toContain('Betalingen ble avslått. Ingen penger er trukket.');
      expect(await sandbox.book(id)).toMatchObject({ deliveries: [], reserved: 0 });
      await payBy(id, '4711100000000000');
      expect(await sandbox.book(id)).toMatchObject({ told: 'ACCEPTED', reserved: 60000 });
    },
  );

  test('leaving tells CANCELLED, or DECLINED after a declined card, at the cancel address', async () => {
    const cancelled = await sandbox.open();
    await sandbox.post('/dpw/leave', { id: cancelled });
    const declined = await sandbox.open();
    await payBy(declined, '4711000000000000');
    await sandbox.post('/dpw/leave', { id: declined });
    expect((await sandbox.book(cancelled)).deliveries).toMatchObject([{ event: 'CANCELLED' }]);
    expect((await sandbox.book(declined)).deliveries).toMatchObject([{ event: 'DECLINED' }]);
    const { text } = await page(declined, 'return');
    expect(text).toContain('action="http://localhost:3000/pay/cancel"');
    expect(hidden(text)).toMatchObject({ status: 'DECLINED', amount: '60000' });
    expect(hidden(text)).not.toHaveProperty('transaction');
    expect((await payBy(declined, '4711100000000000')).location).toContain('/dpw/payment');
    expect(await sandbox.book(declined)).toMatchObject({ told: 'DECLINED', reserved: 0 });
  });

  test('stays when the merchant gave no address to go back to', async () => {
    const id = await sandbox.open({ cancelReturnUrl: '' });
    await sandbox.post('/dpw/leave', { id });
    const { text } = await page(id, 'return');
    expect(text).toContain('Du kan lukke vinduet.');
    expect(text).not.toContain('<form');
  });
});

describe('3-D Secure', () => {
  const challenge = async (id: string) => {
    const { location } = await payBy(id, '4711100000000000', { threeDSecure: 'challenge' });
    const { searchParams } = new URL(location ?? '');
    expect((await sandbox.call('GET', `/dpw/challenge?${searchParams}`)).text).toContain('3-D Secure');
    return searchParams.get('challenge') ?? '';
  };

  test('approved', async () => {
    const id = await sandbox.open();
    const asked = await challenge(id);
    expect(
      (await sandbox.post('/dpw/challenge', { id, challenge: asked, decision: 'approve' })).location,
    ).toBe(sandbox.url(`/dpw/return?id=${id}`));
    expect(await sandbox.book(id)).toMatchObject({ reserved: 60000 });
  });

  test.each(['reject', 'cancel'])('%s: not paid, and the payer can try again', async (decision) => {
    const id = await sandbox.open();
    await sandbox.post('/dpw/challenge', { id, challenge: await challenge(id), decision });
    expect((await page(id)).text).toContain('Banken bekreftet ikke betalingen');
    const second = await challenge(id);
    await sandbox.post('/dpw/challenge', { id, challenge: 'an-old-one', decision: 'approve' });
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0 });
    await sandbox.post('/dpw/challenge', { id, challenge: second, decision: 'approve' });
    expect(await sandbox.book(id)).toMatchObject({ reserved: 60000 });
  });

  test('approved by the bank, and the card declined all the same', async () => {
    const id = await sandbox.open();
    expect(await sandbox.pay(id, { card: '4711000000000000', threeDS: 'approve' })).toMatchObject({
      outcome: 'declined',
      reason: 'card',
    });
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0 });
  });

  test('unavailable', async () => {
    const id = await sandbox.open();
    await payBy(id, '4711100000000000', { threeDSecure: 'unavailable' });
    expect((await page(id)).text).toContain('Banken kunne ikke bekrefte betalingen');
    sandbox.fault('three-d-secure', 'challenge');
    expect(await sandbox.pay(id)).toMatchObject({ outcome: 'challenge' });
    expect(await sandbox.pay(id, { threeDS: 'approve' })).toMatchObject({ outcome: 'paid' });
  });
});
