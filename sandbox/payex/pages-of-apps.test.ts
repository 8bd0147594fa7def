import { describe, expect, test } from 'vitest';
import { cardOf, complete, create, lastTry, paying, show } from './testing/paying.ts';

const stage = paying();

describe('apps and invoice', () => {
  const toApp = async (instrument: 'vipps' | 'swish', msisdn: string, more: object = {}) => {
    const order = await create(stage, { ...(instrument === 'swish' && { currency: 'SEK' }), ...more });
    const reply = await order.post(`/${instrument}`, { msisdn });
    const attempt = /name="attempt" value="([^"]+)"/.exec(await show(stage, reply.location))?.[1] ?? '';
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
    expect((await stage.sandbox.call('GET', page)).location).toBe(`${page}/app`);
    expect((await decide('approve')).location).toBe(complete);
    expect((await stage.sandbox.get(id)).paymentOrder.paid).toMatchObject({
      instrument: name,
      amount: 60000,
      ...paid,
    });
    expect(await stage.sandbox.book(id)).toMatchObject(book);
  });

  test.each([
    ['vipps', '98765432', 'reject', ['vipps/vippsdeclined', 403, 'Failed']],
    ['vipps', '98765432', 'expire', ['vipps/vippsdeclined', 403, 'Failed']],
    ['swish', '+46739000001', 'reject', ['swishdeclined', 403, 'Failed']],
    ['swish', '+46739000001', 'expire', ['swishtimeout', 403, 'Failed']],
    ['swish', '+46739000001', 'bankid', ['bankidcancelled', 409, 'Failed']],
  ] as const)('%s %s: %s in the app', async (instrument, msisdn, decision, told) => {
    const { id, decide } = await toApp(instrument, msisdn);
    expect(await show(stage, (await decide(decision)).location)).toContain('Ingen penger er trukket');
    expect(await lastTry(stage, id)).toEqual(told);
    expect((await stage.sandbox.get(id)).paymentOrder.status).toBe('Initialized');
  });

  test.each([
    ['RF07', 'swishdeclined'],
    ['TM01', 'swishtimeout'],
    ['BANKIDCL', 'bankidcancelled'],
  ])('Swish with the description %s fails', async (description, problem) => {
    const { id } = await toApp('swish', '+46739000001', { description });
    expect((await lastTry(stage, id))[0]).toBe(problem);
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
    expect((await stage.sandbox.get(id)).paymentOrder.status).toBe('Initialized');
  });

  test('an invoice is authorised, or the credit is not approved', async () => {
    const { id, page, post } = await create(stage);
    expect(await show(stage, `${page}/invoice`)).toContain('Kredittvurderingen godkjennes');
    await post('/invoice', { decision: 'decline' });
    expect((await lastTry(stage, id))[0]).toBe('invoice/creditnotapproved');
    expect((await post('/invoice', { decision: 'approve' })).location).toBe(complete);
    expect((await stage.sandbox.get(id)).paymentOrder.paid).toMatchObject({
      instrument: 'Invoice',
      details: {},
    });
  });
});

describe('faults and books', () => {
  test('the panel sets and removes', async () => {
    const { page, post } = await create(stage);
    await post('/faults', { fault: 'return/never' });
    expect(await show(stage, page)).toContain('Fjern return');
    const { status, text } = await post('/card', cardOf('4925000000000004'));
    expect(status).toBe(200);
    expect(text).toContain('Du kan lukke vinduet');
    await post('/faults', { remove: 'return' });
    expect(await show(stage, page)).not.toContain('Fjern return');
  });

  test('never hold a card number, nor the secret of the callback address on the page', async () => {
    const { id, post } = await create(stage);
    await post('/card', cardOf('4111111111111111'));
    await post('/card', cardOf('4925000000000004'));
    expect(JSON.stringify(await stage.sandbox.book(id))).not.toMatch(/4925000000000|4111111111/);
    const text = (await stage.sandbox.call('GET', '/')).text;
    expect(text).toContain(id.split('/').at(-1));
    expect(text).not.toContain('t=k3y');
  });

  test('pay without a browser', async () => {
    const { id } = await create(stage);
    const pay = (body: Record<string, string>) => stage.sandbox.pay(id, body);
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
        payeeReference: stage.sandbox.reference(),
        orderReference,
      },
    });
    const ids = [
      await stage.sandbox.create(payeeInfo('dobbel')),
      await stage.sandbox.create(payeeInfo('dobbel')),
    ];
    for (const id of ids) expect(await stage.sandbox.book(id)).toMatchObject({ creates: 2, paymentId: id });
  });
});
