import { describe, expect, test } from 'vitest';
import { cardOf, complete, create, lastTry, paying, show } from './testing/paying.ts';

const stage = paying();

describe('the menu', () => {
  test('shows who, what, how much and the ways to pay, without scripts', async () => {
    const { page, post } = await create(stage);
    const text = await show(stage, page);
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
    const { page } = await create(stage, { language: 'en-US', currency: 'SEK' });
    const text = await show(stage, page);
    for (const part of ['<html lang="en">', 'Choose how to pay', 'Swish</button>'])
      expect(text).toContain(part);
  });

  test('goes straight to the one of instrument mode', async () => {
    const { page } = await create(stage, { instrument: 'CreditCard' });
    expect(await show(stage, page)).toContain('autocomplete="cc-number"');
    expect((await stage.sandbox.call('GET', `${page}/vipps`)).location).toBe(page);
  });

  test('an unknown payment is not there', async () => {
    expect(await stage.sandbox.call('GET', '/checkout/none')).toMatchObject({ status: 404 });
  });

  test('writes down that it was opened', async () => {
    const { id, page } = await create(stage);
    expect((await stage.sandbox.get(id)).paymentOrder.integration).toBe('');
    await show(stage, page);
    await show(stage, page);
    const { paymentOrder } = await stage.sandbox.get(id);
    expect(paymentOrder.integration).toBe('Redirect');
    expect(paymentOrder.history.historyList.map(({ name }: { name: string }) => name)).toEqual([
      'PaymentCreated',
      'PaymentLoaded',
    ]);
  });

  test('cancel aborts and goes to the cancel address', async () => {
    const { id, page, post } = await create(stage);
    const { status, location } = await post('/cancel');
    expect([status, location]).toEqual([303, 'http://localhost:3000/pay/cancel']);
    expect((await stage.sandbox.get(id)).paymentOrder).toMatchObject({
      status: 'Aborted',
      aborted: { abortReason: 'Payment aborted by payer' },
    });
    expect(await show(stage, page)).toContain('Betalingen er avbrutt');
    expect((await post('/card', cardOf('4925000000000004'))).location).toBe(page);
    expect(await stage.sandbox.book(id)).toMatchObject({ reserved: 0, terminated: true });
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
    const { id, post } = await create(stage);
    const { status, location } = await post('/card', { cardNumber, expiry, cvc });
    expect([status, location]).toEqual([303, complete]);
    expect((await stage.sandbox.get(id)).paymentOrder.paid).toMatchObject({
      instrument: 'CreditCard',
      transactionType: 'Authorization',
      amount: 60000,
      orderReference: 'instans-8c1e',
      details: { cardBrand: brand },
    });
    expect(await stage.sandbox.book(id)).toMatchObject({ reserved: 60000, charged: 0 });
  });

  test('a second post or visit pays nothing more', async () => {
    const { id, page, post } = await create(stage);
    await Promise.all([post('/card', cardOf('4925000000000004')), post('/card', cardOf('4925000000000004'))]);
    expect((await post('/card', cardOf('4925000000000004'))).location).toBe(page);
    expect(await show(stage, page)).toContain('Du skal ikke betale på nytt');
    const { paymentOrder } = await stage.sandbox.get(id);
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
    const { id, post } = await create(stage);
    const { status, text } = await post('/card', cardOf(cardNumber, more));
    expect(status).toBe(422);
    expect(text).toContain(message);
    expect(text).toContain('aria-invalid="true"');
    expect(await stage.sandbox.book(id)).toMatchObject({ status: 'Initialized', failedAttempts: [] });
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
    const { id, post } = await create(stage, more);
    const { location } = await post('/card', { cardNumber, expiry, cvc: '123' });
    const text = await show(stage, location);
    expect(text).toContain('Ingen penger er trukket');
    expect(text).toContain(problem);
    expect(await lastTry(stage, id)).toEqual([problem, 403, 'Failed']);
    expect((await stage.sandbox.get(id)).paymentOrder.status).toBe('Initialized');
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
    const { id, post } = await create(stage, { amount });
    await post('/card', cardOf('4925000000000004'));
    expect(await lastTry(stage, id)).toEqual([problem, status, 'Failed']);
    stage.sandbox.fault('magic', 'off', { reference: id });
    expect((await post('/card', cardOf('4925000000000004'))).location).toBe(complete);
  });

  test('the second merchant’s contract has two brands', async () => {
    const second = { authorization: 'Bearer sandbox-payex-access-token-2' };
    const payeeInfo = {
      payeeId: 'f0cf6c6c-1f24-4a4e-8f2b-2b7c1b7a9d02',
      payeeReference: stage.sandbox.reference(),
    };
    const { json } = await stage.sandbox.call(
      'POST',
      '/psp/paymentorders',
      stage.sandbox.body({ payeeInfo }),
      second,
    );
    const page = json.operations[0].href.split('?')[0];
    const { location } = await stage.sandbox.post(`${page}/card`, cardOf('6764429999947470'));
    expect(location).toContain('cardbranddisabled');
  });
});

describe('3-D Secure', () => {
  const challenge = async (cardNumber = '4761739001010416', expiry = '12/30') => {
    const order = await create(stage);
    const { location } = await order.post('/card', { cardNumber, expiry, cvc: '123' });
    const text = await show(stage, location);
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
    expect(await stage.sandbox.book(id)).toMatchObject({ reserved: 0 });
    expect((await decide('approve')).location).toBe(complete);
    expect((await decide('approve')).location).toBe(page);
    expect(await stage.sandbox.book(id)).toMatchObject({ reserved: 60000 });
  });

  test.each([
    ['cancel', ['creditcard/3dsecureusercanceled', 403, 'Aborted']],
    ['refuse', ['creditcard/3dsecuredeclined', 403, 'Failed']],
    ['unavailable', ['creditcard/3dsecureacquirergatewayerror', 502, 'Failed']],
  ])('%s leaves the payment order open for another try', async (decision, told) => {
    const { id, post, decide } = await challenge();
    const { location } = await decide(decision);
    expect(await show(stage, location)).toContain('Betalingen gikk ikke gjennom');
    expect(await lastTry(stage, id)).toEqual(told);
    await decide('approve');
    expect(await stage.sandbox.book(id)).toMatchObject({ status: 'Initialized', reserved: 0 });
    expect((await post('/card', cardOf('4925000000000004'))).location).toBe(complete);
  });

  test('an approval after the merchant’s abort pays nothing', async () => {
    const { id, decide } = await challenge();
    await stage.sandbox.follow(id, 'abort', { paymentorder: { operation: 'Abort', abortReason: 'x' } });
    await decide('approve');
    expect(await stage.sandbox.book(id)).toMatchObject({ reserved: 0, terminated: true });
  });
});
