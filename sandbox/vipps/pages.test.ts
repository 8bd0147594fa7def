import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startVipps } from './testing/start-vipps.ts';

let sandbox: Awaited<ReturnType<typeof startVipps>>;
beforeAll(async () => {
  sandbox = await startVipps();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

/** A new payment and the payer's way to it. */
async function visit(amount = 60000) {
  const reference = await sandbox.create(amount);
  const token = new URL((await sandbox.get(reference)).redirectUrl).searchParams.get('token') ?? '';
  const open = (address: string | null) => sandbox.other('GET', (address ?? '').replace(sandbox.url(), ''));
  return {
    reference,
    open,
    landing: (language = 'nb') => open(`/landing?token=${token}&language=${language}`),
    post: (path: '/landing' | '/app', fields: Record<string, string>) =>
      sandbox.post(path, { token, language: 'nb', ...fields }),
    decide: (decision: string, pin = '1236') =>
      sandbox.post('/app', { token, language: 'nb', decision, pin }),
  };
}
const returnUrl = 'http://localhost:3000/pay/return?x=1';

describe('the landing page', () => {
  test('shows to whom and how much, in the language of the browser or of the address', async () => {
    const { landing } = await visit();
    const { text } = await landing();
    for (const part of [
      'TEST',
      'Betal med Vipps',
      'Kvitt testsalgssted',
      'Behandlingsgebyr',
      '600,00',
      'value="91234567"',
      'autocomplete="tel-national"',
      'Avbryt',
      'Feil å prøve',
      '<html lang="nb">',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('<script');
    expect((await landing('en')).text).toContain('Mobile number');
    expect((await landing('')).text).toContain('Mobilnummer');
  });

  test('an unknown payment is not there', async () => {
    expect(await sandbox.other('GET', '/landing?token=none')).toMatchObject({ status: 404 });
    expect(await sandbox.post('/app', { decision: 'approve' })).toMatchObject({ status: 404 });
  });

  test('wants a Norwegian number, however it is written', async () => {
    const { post, open } = await visit();
    const wrong = await post('/landing', { phone: '1234', decision: 'next' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Mobilnummer må ha åtte siffer');
    expect(wrong.text).toContain('value="1234"');
    expect(wrong.text).toContain('aria-invalid="true"');
    const next = await post('/landing', { phone: '+47 912 34 567', decision: 'next' });
    expect(next).toMatchObject({ status: 303, location: expect.stringContaining('/app?token=') });
    expect((await open(next.location)).text).toContain('Betal 600,00');
  });

  test('«Avbryt» goes back to the return address, as everything does', async () => {
    const { post, reference, landing } = await visit();
    expect(await post('/landing', { decision: 'cancel' })).toMatchObject({
      status: 303,
      location: returnUrl,
    });
    expect((await sandbox.get(reference)).state).toBe('ABORTED');
    expect((await landing()).text).toContain('Betalingen er avbrutt');
  });
});

describe('the app', () => {
  test.each([
    ['approve', 'AUTHORIZED'],
    ['reject', 'ABORTED'],
    ['expire', 'EXPIRED'],
  ])('%s makes it %s and goes back, with nothing in the address', async (decision, state) => {
    const { decide, post, reference } = await visit();
    await post('/landing', { decision: 'open' });
    expect(await decide(decision)).toMatchObject({ status: 303, location: returnUrl });
    expect((await sandbox.get(reference)).state).toBe(state);
  });

  test('wants the PIN', async () => {
    const { decide, reference } = await visit();
    const wrong = await decide('approve', '0000');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('PIN-koden er feil');
    expect((await sandbox.get(reference)).state).toBe('CREATED');
  });

  test('a second answer changes nothing', async () => {
    const { decide, reference, landing } = await visit();
    await Promise.all([decide('approve'), decide('approve')]);
    expect(await decide('reject')).toMatchObject({
      status: 303,
      location: expect.stringContaining('/landing'),
    });
    expect(await sandbox.book(reference)).toMatchObject({ state: 'AUTHORIZED', reserved: 60000, charged: 0 });
    const { text } = await landing();
    expect(text).toContain('Du skal ikke betale på nytt');
    expect(text).toContain(returnUrl);
  });

  test('closed unanswered, the payer is back on the landing page', async () => {
    const { decide, post, landing } = await visit();
    await post('/landing', { decision: 'open' });
    expect(await landing()).toMatchObject({ status: 303, location: expect.stringContaining('/app') });
    expect(await decide('close')).toMatchObject({ location: expect.stringContaining('/landing') });
    expect((await landing()).text).toContain('Mobilnummer');
  });

  test.each([
    [151, 'dekning'],
    [182, 'avviste'],
    [183, 'svindel'],
    [184, 'grensen'],
    [186, 'utløpt'],
    [187, 'ugyldig'],
    [197, 'ikke bekreftet'],
  ])('%i øre is refused, and can be tried again', async (amount, word) => {
    const { decide, open, reference } = await visit(amount);
    const { text } = await open((await decide('approve')).location);
    expect(text).toContain(word);
    expect(text).toContain('Ingen penger er trukket');
    expect((await sandbox.get(reference)).state).toBe('CREATED');
    sandbox.fault('magic', 'off', { reference });
    expect(await decide('approve')).toMatchObject({ location: returnUrl });
  });

  test.each([
    ['sca-approve', 'AUTHORIZED'],
    ['sca-reject', 'CREATED'],
  ])('202 øre asks the bank: %s', async (decision, state) => {
    const { decide, open, reference } = await visit(202);
    expect(await decide('sca-approve')).toMatchObject({ location: expect.stringContaining('/landing') });
    expect((await open((await decide('approve')).location)).text).toContain('Bekreft med BankID');
    const { location } = await decide(decision);
    expect((await sandbox.get(reference)).state).toBe(state);
    if (state === 'AUTHORIZED') expect(location).toBe(returnUrl);
    else expect((await open(location)).text).toContain('ikke bekreftet hos banken');
  });

  test('a payer who is not sent back is told so', async () => {
    const { decide, reference } = await visit();
    sandbox.fault('return', 'never', { reference });
    expect(await decide('approve')).toMatchObject({
      status: 200,
      text: expect.stringContaining('lukke vinduet'),
    });
  });
});

describe('faults and books', () => {
  test('a fault is set and removed on the page, for this payment alone', async () => {
    const { reference, landing, open } = await visit();
    const token = /name="token" value="([^"]+)"/.exec((await landing()).text)?.[1] ?? '';
    const set = (fields: Record<string, string>) => sandbox.post('/landing/faults', { token, ...fields });
    const { location } = await set({ fault: 'return/never' });
    expect((await open(location)).text).toContain('betaleren sendes ikke tilbake');
    await set({ remove: 'return' });
    expect((await landing()).text).not.toContain('<details id="feil" lang="nb" open');
    await sandbox.other('PUT', `/books/${reference}/faults`, { name: 'return', value: 'never', times: 1 });
    expect(await sandbox.pay(reference)).toEqual({ outcome: 'paid' });
  });

  test('the books pay without a browser', async () => {
    const pay = async (amount: number, body: Record<string, string> = {}) =>
      sandbox.pay(await sandbox.create(amount), body);
    expect(await pay(60000)).toEqual({ outcome: 'paid', location: returnUrl });
    expect(await pay(60000, { decision: 'reject' })).toEqual({ outcome: 'aborted', location: returnUrl });
    expect(await pay(60000, { decision: 'expire' })).toEqual({ outcome: 'expired', location: returnUrl });
    expect(await pay(60000, { pin: '1' })).toMatchObject({ outcome: 'wrong-pin' });
    expect(await pay(151)).toMatchObject({ outcome: 'declined', reason: 'insufficient-funds' });
    expect(await pay(202)).toMatchObject({ outcome: 'sca' });
    expect(await pay(202, { sca: 'approve' })).toMatchObject({ outcome: 'paid' });
    expect(await pay(202, { sca: 'reject' })).toMatchObject({ outcome: 'declined' });
    expect(await sandbox.other('GET', '/books/unknown')).toMatchObject({ status: 404 });
  });

  test('the books say everything', async () => {
    const reference = await sandbox.create();
    await sandbox.pay(reference);
    await sandbox.modify(reference, 'capture', 60000);
    await sandbox.modify(reference, 'refund', 100);
    expect(await sandbox.book(reference)).toMatchObject({
      paymentId: reference,
      merchantNumber: '100001',
      amount: 60000,
      currency: 'NOK',
      reserved: 60000,
      charged: 60000,
      refunded: 100,
      cancelled: 0,
      terminated: false,
      charges: [{ amount: 60000 }],
      refunds: [{ amount: 100 }],
    });
    const { json } = await sandbox.other('GET', '/books');
    expect(json.map((one: { reference: string }) => one.reference)).toContain(reference);
    const { text } = await sandbox.other('GET', '/');
    expect(text).toContain(reference);
    expect(text).toContain('refundert 100');
  });
});
