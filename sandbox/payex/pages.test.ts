import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPayex } from './testing/start-payex.ts';

let sandbox: Awaited<ReturnType<typeof startPayex>>;
beforeAll(async () => {
  sandbox = await startPayex();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

const complete = 'http://localhost:3000/pay/complete?x=1';
const create = async (more: object = {}) => {
  const id = await sandbox.create(more);
  const { operations } = await sandbox.get(id);
  const href: string = operations.find((one: { rel: string }) => one.rel === 'redirect-checkout').href;
  const page = href.split('?')[0] ?? '';
  return {
    id,
    page,
    post: (path: string, fields: Record<string, string> = {}) => sandbox.post(page + path, fields),
  };
};
const show = async (address: string | null) => (await sandbox.call('GET', address ?? '')).text;
const cardOf = (cardNumber: string, more: object = {}) => ({
  cardNumber,
  expiry: '12/30',
  cvc: '123',
  ...more,
});
/** The last failed try's problem and status. */
const lastTry = async (id: string) => {
  const { failedAttempts } = (await sandbox.get(id)).paymentOrder;
  const last = failedAttempts.failedAttemptList.at(-1);
  return [last.problem.type.split('/errordetail/')[1], last.problem.status, last.status];
};

describe('the menu', () => {
  test('shows who, what, how much and the ways to pay, without scripts', async () => {
    const { page, post } = await create();
    const text = await show(page);
    const parts = [
      'TEST',
      'Etaten',
      'Behandlingsgebyr',
      '600,00',
      'Kort',
      'Vipps',
      'Faktura',
      'Avbryt',
      'Feil å prøve',
    ];
    for (const part of parts) expect(text).toContain(part);
    expect(text).toContain('<html lang="nb">');
    expect(text).not.toContain('<script');
    expect(text).not.toContain('Swish</button>');
    const { status, location } = await post('/instrument', { instrument: 'Vipps' });
    expect([status, location]).toEqual([303, `${page}/vipps`]);
    expect((await post('/instrument', { instrument: 'Swish' })).location).toBe(page);
  });

  test('is in English for other languages, and names Swish for Swedish kronor', async () => {
    const { page } = await create({ language: 'en-US', currency: 'SEK' });
    const text = await show(page);
    for (const part of ['<html lang="en">', 'Choose how to pay', 'Swish</button>'])
      expect(text).toContain(part);
  });

  test('goes straight to the one of instrument mode', async () => {
    const { page } = await create({ instrument: 'CreditCard' });
    expect(await show(page)).toContain('autocomplete="cc-number"');
    expect((await sandbox.call('GET', `${page}/vipps`)).location).toBe(page);
  });

  test('an unknown payment is not there', async () => {
    expect(await sandbox.call('GET', '/checkout/none')).toMatchObject({ status: 404 });
  });

  test('writes down that it was opened', async () => {
    const { id, page } = await create();
    expect((await sandbox.get(id)).paymentOrder.integration).toBe('');
    await show(page);
    await show(page);
    const { paymentOrder } = await sandbox.get(id);
    expect(paymentOrder.integration).toBe('Redirect');
    expect(paymentOrder.history.historyList.map(({ name }: { name: string }) => name)).toEqual([
      'PaymentCreated',
      'PaymentLoaded',
    ]);
  });

  test('cancel aborts and goes to the cancel address', async () => {
    const { id, page, post } = await create();
    const { status, location } = await post('/cancel');
    expect([status, location]).toEqual([303, 'http://localhost:3000/pay/cancel']);
    expect((await sandbox.get(id)).paymentOrder).toMatchObject({
      status: 'Aborted',
      aborted: { abortReason: 'Payment aborted by payer' },
    });
    expect(await show(page)).toContain('Betalingen er avbrutt');
    expect((await post('/card', cardOf('4925000000000004'))).location).toBe(page);
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0, terminated: true });
  });
});

describe('card', () => {
  test.each([
    ['4925 0000 0000 0004', '12/30', '123', 'Visa'],
    ['5226600159865967', '12/30', '123', 'MasterCard'],
    ['377601000000000', '12/30', '1234', 'Amex'],
    ['6764429999947470', '12/30', '123', 'Maestro'],
    ['4111112000003211', '09/35', '123', 'Visa'],
  ])('%s pays and goes back', async (cardNumber, expiry, cvc, brand) => {
    const { id, post } = await create();
    const { status, location } = await post('/card', { cardNumber, expiry, cvc });
    expect([status, location]).toEqual([303, complete]);
    expect((await sandbox.get(id)).paymentOrder.paid).toMatchObject({
      instrument: 'CreditCard',
      transactionType: 'Authorization',
      amount: 60000,
      orderReference: 'instans-8c1e',
      details: { cardBrand: brand },
    });
    expect(await sandbox.book(id)).toMatchObject({ reserved: 60000, charged: 0 });
  });

  test('a second post or visit pays nothing more', async () => {
    const { id, page, post } = await create();
    await Promise.all([post('/card', cardOf('4925000000000004')), post('/card', cardOf('4925000000000004'))]);
    expect((await post('/card', cardOf('4925000000000004'))).location).toBe(page);
    expect(await show(page)).toContain('Du skal ikke betale på nytt');
    const { paymentOrder } = await sandbox.get(id);
    expect(paymentOrder.financialTransactions.financialTransactionsList).toHaveLength(1);
  });

  test.each([
    ['', {}, 'Kortnummer må fylles ut'],
    ['4925', {}, 'Kortnummeret er ikke gyldig'],
    ['4925000000000004', { expiry: '12/25' }, 'Utløpsdatoen er passert'],
    ['4925000000000004', { expiry: '13/30' }, 'Utløpsdato skrives som MM/ÅÅ'],
    ['4925000000000004', { cvc: '12' }, 'CVC må ha tre siffer'],
    ['377601000000000', {}, 'CVC må ha tre siffer'],
  ])('%j %j is refused on the page', async (cardNumber, more, message) => {
    const { id, post } = await create();
    const { status, text } = await post('/card', cardOf(cardNumber, more));
    expect(status).toBe(422);
    expect(text).toContain(message);
    expect(text).toContain('aria-invalid="true"');
    expect(await sandbox.book(id)).toMatchObject({ status: 'Initialized', failedAttempts: [] });
  });

  test.each([
    ['a card that is not a published test card', {}, '4111111111111111', '12/30', 'creditcard/carddeclined'],
    ['a token card with another expiry', {}, '4111112000003211', '12/30', 'creditcard/carddeclined'],
    ['a card rejected in tokenisation', {}, '4111112000004565', '07/35', 'creditcard/paymenttokenerror'],
    [
      'a credit card where only debit is taken',
      { creditCard: { rejectCreditCards: true } },
      '4925000000000004',
      '12/30',
      'creditcard/cardtyperejected',
    ],
    [
      'a debit card where only credit is taken',
      { creditCard: { rejectDebitCards: true } },
      '6764429999947470',
      '12/30',
      'creditcard/cardtyperejected',
    ],
    [
      'a person’s card where only companies pay',
      { creditCard: { rejectConsumerCards: true } },
      '4925000000000004',
      '12/30',
      'creditcard/accountholdertyperejected',
    ],
  ])('%s is declined, and the order stays open', async (_, more, cardNumber, expiry, problem) => {
    const { id, post } = await create(more);
    const { location } = await post('/card', { cardNumber, expiry, cvc: '123' });
    const text = await show(location);
    expect(text).toContain('Ingen penger er trukket');
    expect(text).toContain(problem);
    expect(await lastTry(id)).toEqual([problem, 403, 'Failed']);
    expect((await sandbox.get(id)).paymentOrder.status).toBe('Initialized');
  });

  test.each([
    [900313, 'creditcard/acquirerinvalidamount', 403],
    [900330, 'creditcard/acquirererror', 403],
    [900334, 'creditcard/acquirerpossiblefraud', 403],
    [900343, 'creditcard/acquirercardstolen', 403],
    [900351, 'creditcard/acquirererror', 403],
    [900354, 'creditcard/acquirercardexpired', 403],
    [900359, 'creditcard/acquirerpossiblefraud', 403],
    [900361, 'creditcard/acquirerinsufficientfunds', 403],
    [900362, 'creditcard/acquirererror', 403],
    [900391, 'creditcard/acquirergatewayerror', 502],
    [952100, 'creditcard/dailylimitexceeded', 403],
    [952400, 'creditcard/acquirererror', 403],
    [952507, 'creditcard/acquirererror', 403],
  ])('the magic amount %i fails', async (amount, problem, status) => {
    const { id, post } = await create({ amount });
    await post('/card', cardOf('4925000000000004'));
    expect(await lastTry(id)).toEqual([problem, status, 'Failed']);
    sandbox.fault('magic', 'off', { reference: id });
    expect((await post('/card', cardOf('4925000000000004'))).location).toBe(complete);
  });

  test('the second merchant’s contract has two brands', async () => {
    const second = { authorization: 'Bearer sandbox-payex-access-token-2' };
    const payeeInfo = {
      payeeId: 'f0cf6c6c-1f24-4a4e-8f2b-2b7c1b7a9d02',
      payeeReference: sandbox.reference(),
    };
    const { json } = await sandbox.call('POST', '/psp/paymentorders', sandbox.body({ payeeInfo }), second);
    const page = json.operations[0].href.split('?')[0];
    const { location } = await sandbox.post(`${page}/card`, cardOf('6764429999947470'));
    expect(location).toContain('cardbranddisabled');
  });
});

describe('3-D Secure', () => {
  const challenge = async (cardNumber = '4761739001010416', expiry = '12/30') => {
    const order = await create();
    const { location } = await order.post('/card', { cardNumber, expiry, cvc: '123' });
    const text = await show(location);
    const attempt = /name="attempt" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const decide = (decision: string) => order.post('/challenge', { attempt, decision });
    return { ...order, location, text, decide };
  };

  test.each([
    ['4761739001010416', '12/30'],
    ['5226612199533406', '12/30'],
    ['4111112000006545', '11/35'],
    ['5510000000002347', '06/35'],
  ])('%s asks, and approval pays once', async (cardNumber, expiry) => {
    const { id, page, location, text, decide } = await challenge(cardNumber, expiry);
    expect(location).toBe(`${page}/challenge`);
    for (const part of ['Godkjenn', 'Banken avslår', 'Avbryt hos banken', '600,00'])
      expect(text).toContain(part);
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0 });
    expect((await decide('approve')).location).toBe(complete);
    expect((await decide('approve')).location).toBe(page);
    expect(await sandbox.book(id)).toMatchObject({ reserved: 60000 });
  });

  test.each([
    ['cancel', ['creditcard/3dsecureusercanceled', 403, 'Aborted']],
    ['refuse', ['creditcard/3dsecuredeclined', 403, 'Failed']],
    ['unavailable', ['creditcard/3dsecureacquirergatewayerror', 502, 'Failed']],
  ])('%s leaves the payment order open for another try', async (decision, told) => {
    const { id, post, decide } = await challenge();
    const { location } = await decide(decision);
    expect(await show(location)).toContain('Betalingen gikk ikke gjennom');
    expect(await lastTry(id)).toEqual(told);
    await decide('approve');
    expect(await sandbox.book(id)).toMatchObject({ status: 'Initialized', reserved: 0 });
    expect((await post('/card', cardOf('4925000000000004'))).location).toBe(complete);
  });

  test('an approval after the merchant’s abort pays nothing', async () => {
    const { id, decide } = await challenge();
    await sandbox.follow(id, 'abort', { paymentorder: { operation: 'Abort', abortReason: 'x' } });
    await decide('approve');
    expect(await sandbox.book(id)).toMatchObject({ reserved: 0, terminated: true });
  });
});

describe('apps and invoice', () => {
  const toApp = async (instrument: 'vipps' | 'swish', msisdn: string, more: object = {}) => {
    const order = await create({ ...(instrument === 'swish' && { currency: 'SEK' }), ...more });
    const reply = await order.post(`/${instrument}`, { msisdn });
    const attempt = /name="attempt" value="([^"]+)"/.exec(await show(reply.location))?.[1] ?? '';
    return { ...order, reply, decide: (decision: string) => order.post('/app', { attempt, decision }) };
  };

  test.each([
    ['vipps', '98765432', 'Vipps', { transactionType: 'Authorization' }, { reserved: 60000, charged: 0 }],
    ['vipps', '+47 987 65 432', 'Vipps', {}, { reserved: 60000 }],
    [
      'swish',
      '+46739000001',
      'Swish',
      { transactionType: 'Sale', details: { misidn: '+46739000001' } },
      { reserved: 0, charged: 60000 },
    ],
    ['swish', '073-900 00 01', 'Swish', {}, { charged: 60000 }],
  ] as const)('%s %s is approved in the app', async (instrument, msisdn, name, paid, book) => {
    const { id, page, reply, decide } = await toApp(instrument, msisdn);
    expect(reply.location).toBe(`${page}/app`);
    expect((await sandbox.call('GET', page)).location).toBe(`${page}/app`);
    expect((await decide('approve')).location).toBe(complete);
    expect((await sandbox.get(id)).paymentOrder.paid).toMatchObject({
      instrument: name,
      amount: 60000,
      ...paid,
    });
    expect(await sandbox.book(id)).toMatchObject(book);
  });

  test.each([
    ['vipps', '98765432', 'reject', ['vipps/vippsdeclined', 403, 'Failed']],
    ['vipps', '98765432', 'expire', ['vipps/vippsdeclined', 403, 'Failed']],
    ['swish', '+46739000001', 'reject', ['swishdeclined', 403, 'Failed']],
    ['swish', '+46739000001', 'expire', ['swishtimeout', 403, 'Failed']],
    ['swish', '+46739000001', 'bankid', ['bankidcancelled', 409, 'Failed']],
  ] as const)('%s %s: %s in the app', async (instrument, msisdn, decision, told) => {
    const { id, decide } = await toApp(instrument, msisdn);
    expect(await show((await decide(decision)).location)).toContain('Ingen penger er trukket');
    expect(await lastTry(id)).toEqual(told);
    expect((await sandbox.get(id)).paymentOrder.status).toBe('Initialized');
  });

  test.each([
    ['RF07', 'swishdeclined'],
    ['TM01', 'swishtimeout'],
    ['BANKIDCL', 'bankidcancelled'],
  ])('Swish with the description %s fails', async (description, problem) => {
    const { id } = await toApp('swish', '+46739000001', { description });
    expect((await lastTry(id))[0]).toBe(problem);
  });

  test.each([
    ['vipps', '', 'Mobilnummer må fylles ut'],
    ['vipps', '+46739000001', 'Mobilnummeret er ikke gyldig'],
    ['swish', '98765432', 'Mobilnummeret er ikke gyldig'],
  ] as const)('%s with the number %j is refused on the page', async (instrument, msisdn, message) => {
    const { reply } = await toApp(instrument, msisdn);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(message);
  });

  test('the page’s cancel does nothing while the payer is in the app', async () => {
    const { id, page, post } = await toApp('vipps', '98765432');
    expect((await post('/cancel')).location).toBe(page);
    expect((await sandbox.get(id)).paymentOrder.status).toBe('Initialized');
  });

  test('an invoice is authorised, or the credit is not approved', async () => {
    const { id, page, post } = await create();
    expect(await show(`${page}/invoice`)).toContain('Kredittvurderingen godkjennes');
    await post('/invoice', { decision: 'decline' });
    expect((await lastTry(id))[0]).toBe('invoice/creditnotapproved');
    expect((await post('/invoice', { decision: 'approve' })).location).toBe(complete);
    expect((await sandbox.get(id)).paymentOrder.paid).toMatchObject({ instrument: 'Invoice', details: {} });
  });
});

describe('faults and books', () => {
  test('the panel sets and removes', async () => {
    const { page, post } = await create();
    await post('/faults', { fault: 'return/never' });
    expect(await show(page)).toContain('Fjern return');
    const { status, text } = await post('/card', cardOf('4925000000000004'));
    expect(status).toBe(200);
    expect(text).toContain('Du kan lukke vinduet');
    await post('/faults', { remove: 'return' });
    expect(await show(page)).not.toContain('Fjern return');
  });

  test('never hold a card number, nor the secret of the callback address on the page', async () => {
    const { id, post } = await create();
    await post('/card', cardOf('4111111111111111'));
    await post('/card', cardOf('4925000000000004'));
    expect(JSON.stringify(await sandbox.book(id))).not.toMatch(/4925000000000|4111111111/);
    const text = (await sandbox.call('GET', '/')).text;
    expect(text).toContain(id.split('/').at(-1));
    expect(text).not.toContain('t=k3y');
  });

  test('pay without a browser', async () => {
    const { id } = await create();
    const pay = (body: Record<string, string>) => sandbox.pay(id, body);
    expect(await pay({ instrument: 'Swish' })).toMatchObject({ outcome: 'unavailable' });
    expect(await pay({ instrument: 'Vipps', app: 'reject' })).toMatchObject({
      outcome: 'declined',
      reason: 'vipps/vippsdeclined',
    });
    expect(await pay({ instrument: 'Vipps', msisdn: 'x' })).toMatchObject({ outcome: 'form-errors' });
    expect(await pay({ card: '4761739001010416' })).toMatchObject({ outcome: 'challenge' });
    expect(await pay({ card: '4761739001010416', threeDS: 'refuse' })).toMatchObject({ outcome: 'declined' });
    expect(await pay({ card: '4761739001010416', threeDS: 'approve' })).toMatchObject({
      outcome: 'paid',
      location: complete,
    });
    expect(await pay({})).toMatchObject({ outcome: 'already-paid' });
  });

  test('count the payment orders made under one order number', async () => {
    const payeeInfo = (orderReference: string) => ({
      payeeInfo: {
        payeeId: '5cabf558-5283-482f-b252-4d58e06f6f3b',
        payeeReference: sandbox.reference(),
        orderReference,
      },
    });
    const ids = [await sandbox.create(payeeInfo('dobbel')), await sandbox.create(payeeInfo('dobbel'))];
    for (const id of ids) expect(await sandbox.book(id)).toMatchObject({ creates: 2, paymentId: id });
  });
});
