import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calls, formFields, md5, signed, startFlexWin } from './testing/start-flexwin.ts';

let sandbox: Awaited<ReturnType<typeof startFlexWin>>;
beforeAll(async () => {
  sandbox = await startFlexWin();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());
/** Each test has an order of its own: callbacks of another one may still be under way. */
let order = '';
beforeEach(({ task }) => {
  order = task.id;
});
const open = (more: Record<string, string> = {}) => sandbox.open({ orderid: order, ...more });
const page = (id: string, place = 'payment') => sandbox.call('GET', `/paymentweb/${place}?id=${id}`);
const isSigned = (fields: Record<string, string>) => {
  const amount = String(Number(fields.amount) + Number(fields.fee ?? 0));
  return fields.authkey === md5({ ...fields, amount }, calls.auth);
};

describe('the entry', () => {
  test.each(['/paymentweb/start.action', '/payment/start.pml'])('%s opens a window', async (path) => {
    const { status, location } = await sandbox.post(path, signed(formFields('')));
    expect(status).toBe(303);
    expect(location).toMatch(/\/flexwin\/paymentweb\/payment\?id=[0-9a-f]{32}$/);
  });

  test('refuses a wrong key, and opens nothing', async () => {
    const before = (await sandbox.call('GET', '/books')).json.length;
    const form = signed(formFields(''));
    for (const wrong of [
      { ...form, amount: '1' },
      { ...form, md5key: '' },
      { ...form, orderid: 'b' },
    ]) {
      const { status, text } = await sandbox.post('/paymentweb/start.action', wrong);
      expect(status).toBe(400);
      expect(text).toContain('md5key: not valid');
    }
    expect((await sandbox.call('GET', '/books')).json).toHaveLength(before);
  });

  test.each([
    [{ merchant: '1' }, 'merchant: unknown'],
    [{ amount: '0' }, 'amount'],
    [{ amount: '599.80' }, 'amount'],
    [{ currency: 'kroner' }, 'currency'],
    [{ orderid: 'å' }, 'orderId'],
    [{ accepturl: '' }, 'accepturl'],
  ])('%j is refused', async (more, problem) => {
    const { status, text } = await sandbox.enter({ ...formFields(''), ...more });
    expect(status).toBe(400);
    expect(text).toContain(problem);
  });

  test('a form without the key’s own names has no such fields: their letter case counts', async () => {
    const { orderid: _, ...rest } = formFields('');
    expect((await sandbox.enter({ ...rest, orderId: order })).status).toBe(400);
  });

  test('with uniqueoid an order is paid once: neither opened again nor paid in a second window', async () => {
    const [one, other] = [await open({ uniqueoid: 'yes' }), await open({ uniqueoid: 'yes' })];
    expect((await sandbox.pay(one)).outcome).toBe('paid');
    expect(await sandbox.pay(other)).toMatchObject({ outcome: 'declined', reason: 'order-number' });
    const { status, text } = await sandbox.enter({ ...formFields(''), orderid: order, uniqueoid: 'yes' });
    expect([status, text.includes('reason 7')]).toEqual([400, true]);
    expect((await sandbox.pay(await open())).outcome).toBe('paid');
    expect(await sandbox.book(one)).toMatchObject({ paid: 2 });
  });

  test('a declined try leaves the order free, unless it is told to use it up', async () => {
    await sandbox.pay(await open({ uniqueoid: 'yes' }), { card: '4711000000000000' });
    await open({ uniqueoid: 'yes' });
    sandbox.fault('order-id', 'declined-too');
    await expect(open({ uniqueoid: 'yes' })).rejects.toThrow('reason 7');
  });
});

describe('the window', () => {
  test('shows who and how much, in the language asked for, without a script', async () => {
    const { text } = await page(await open());
    for (const part of ['TEST', 'Kvitt testbrukersted', '600,00', order, 'autocomplete="cc-number"'])
      expect(text).toContain(part);
    expect(text).not.toContain('<script');
    expect((await page(await open({ lang: 'en' }))).text).toContain('Card number');
  });

  test('takes only the card that it is held to', async () => {
    const id = await open({ paytype: 'DK' });
    const pay = (cardNumber: string) =>
      sandbox.post('/paymentweb/pay', { id, cardNumber, expiry: '06/24', cvc: '684' });
    expect((await pay('4711100000000000')).text).toContain('brukerstedet ikke tar imot');
    expect((await pay('5019100000000000')).location).toBe(sandbox.url(`/paymentweb/return?id=${id}`));
  });

  test('sends the browser back with a signed form, and its server tells the same in Latin-1', async () => {
    const id = await open({ test: 'yes', s_name: 'Kåre' });
    const { back } = await sandbox.pay(id);
    expect(back.url).toBe('http://localhost:3000/pay/return?x=1');
    expect(back.fields).toMatchObject({
      orderid: order,
      amount: '60000',
      currency: '578',
      transact: expect.stringMatching(/^\d{10}$/),
      statuscode: '2',
      paytype: 'VISA',
      cardnomask: '471110XXXXXX0000',
      cardexpdate: '2406',
      acquirer: 'TEST',
      test: 'yes',
      s_name: 'Kåre',
    });
    expect(isSigned(back.fields)).toBe(true);
    await sandbox.receiver.until(order, 1);
    const { s_name: name, ...rest } = sandbox.receiver.last(order);
    expect(name).toBe('K\ufffdre');
    expect(isSigned(rest)).toBe(true);
    expect((await page(id, 'return')).text).toContain('accept-charset="utf-8"');
  });

  test('of what came to nothing the browser alone tells, unsigned and without a transaction', async () => {
    for (const first of [{ card: '4711000000000000' }, {}]) {
      const id = await open();
      if ('card' in first) await sandbox.pay(id, first);
      const { back } = await sandbox.pay(id, { leave: true });
      expect(back.url).toBe('http://localhost:3000/pay/cancel');
      expect(back.fields).toMatchObject({ orderid: order });
      for (const name of ['transact', 'authkey']) expect(back.fields).not.toHaveProperty(name);
      expect((await sandbox.book(id)).deliveries).toEqual([]);
    }
  });

  test('takes the money at once where it is told to', async () => {
    const id = await open({ capturenow: 'yes' });
    const { back } = await sandbox.pay(id);
    expect(back.fields.statuscode).toBe('5');
    expect(await sandbox.book(id)).toMatchObject({ captured: 60000 });
  });

  test.each([
    ['approve', 'paid'],
    ['reject', 'declined'],
    ['cancel', 'declined'],
    ['unavailable', 'declined'],
    ['challenge', 'challenge'],
  ])('3-D Secure: %s', async (threeDS, outcome) => {
    const id = await open();
    expect((await sandbox.pay(id, { threeDS })).outcome).toBe(outcome);
    expect(await sandbox.book(id)).toMatchObject({ reserved: outcome === 'paid' ? 60000 : 0 });
  });
});

describe('what it can be told to get wrong', () => {
  test('another amount, another currency, a fee: still signed', async () => {
    for (const [name, value, expected] of [
      ['amount', 'wrong', { amount: '59900' }],
      ['amount', 'fee', { amount: '60000', fee: '1000' }],
      ['currency', 'wrong', { currency: '978' }],
    ] as const) {
      sandbox.fault(name, value, { reference: order });
      const { back } = await sandbox.pay(await open());
      expect(back.fields).toMatchObject(expected);
      expect(isSigned(back.fields)).toBe(true);
      expect(await sandbox.info(back.fields.transact)).toMatchObject(expected);
      sandbox.clearFaults();
    }
  });

  test('a wrong key in the callback, or in what the browser brings', async () => {
    sandbox.fault('webhook', 'wrong-signature');
    const { back } = await sandbox.pay(await open());
    await sandbox.receiver.until(order, 1);
    expect([isSigned(back.fields), isSigned(sandbox.receiver.last(order))]).toEqual([true, false]);
    sandbox.clearFaults();
    sandbox.fault('return', 'wrong-signature');
    expect(isSigned((await sandbox.pay(await open())).back.fields)).toBe(false);
  });

  test('what came to nothing is paid after all', async () => {
    sandbox.fault('after-failed', 'captured:1');
    const id = await open();
    await sandbox.pay(id, { leave: true });
    await sandbox.receiver.until(order, 1);
    expect(await sandbox.book(id)).toMatchObject({ told: 'ACCEPTED', reserved: 60000 });
  });

  test('is asked for on its page, by its books, and kept apart from the newer window', async () => {
    const id = await open();
    await sandbox.post('/paymentweb/faults', { id, fault: 'webhook/never' });
    expect((await page(id)).text).toContain('Fjern webhook');
    await sandbox.pay(id);
    expect((await sandbox.book(id)).deliveries).toMatchObject([{ state: 'suppressed' }]);
    expect((await sandbox.call('GET', '/')).text).toContain('Betalinger hos DIBS FlexWin');
  });
});
