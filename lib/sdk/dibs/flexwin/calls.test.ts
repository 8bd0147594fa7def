import { describe, expect, it } from 'vitest';
import { FIXTURES_ABSENT, readSpec } from '../fixtures.test-helper.ts';
import { errorOf, failed } from '../wire.test-helper.ts';
import { callMessage, createMd5, FlexWinLoginError, FlexWinRefusedError } from './index.ts';
import { KEYS, setup, text } from './wire.test-helper.ts';

const spec = readSpec<Record<'capture.accepted' | 'capture.failed', string>>('dibs/flexwin-api.replies.json');
if (!spec) console.info(FIXTURES_ABSENT);

const TARGET = { transact: '250525', orderId: 'A-1' };
const CAPTURE = { ...TARGET, amount: 59980 };
const REFUND = { ...CAPTURE, currency: 'NOK' };
const accepted = () => text('status=ACCEPTED&transact=250525');
const signed = (amount?: number) => createMd5(callMessage({ merchant: '12345678', ...TARGET, amount }), KEYS);

describe.runIf(spec)('the replies of the reference', () => {
  it('capture, accepted and failed', async () => {
    const answers = [text(spec?.['capture.accepted'] ?? ''), text(spec?.['capture.failed'] ?? '')];
    const { client } = setup(answers);
    expect((await client.transactions.capture(CAPTURE)).raw.transact).toBe('250525');
    // Reason 1 is «no response from acquirer»: nobody knows.
    expect(await errorOf(client.transactions.capture(CAPTURE))).toMatchObject({
      code: 'FLEXWIN_REFUSED',
      reason: 1,
      outcome: 'unknown',
    });
  });
});

describe('a call', () => {
  it('of each kind is signed over its own fields, and logs in where it must', async () => {
    const { client, calls } = setup([accepted(), accepted(), text('result=0'), accepted()]);
    await client.transactions.capture({ ...CAPTURE, force: true });
    await client.transactions.cancel(TARGET);
    await client.transactions.refund(REFUND);
    const base = { merchant: '12345678', orderid: 'A-1', transact: '250525', textreply: 'yes' };
    const basic = `Basic ${Buffer.from('api:p:æ').toString('base64')}`;
    expect(calls.map(({ url, fields, headers }) => [url, fields, headers.get('authorization')])).toEqual([
      [
        'https://payment.architrade.com/cgi-bin/capture.cgi',
        { ...base, amount: '59980', force: 'yes', md5key: signed(59980) },
        null,
      ],
      ['https://payment.architrade.com/cgi-adm/cancel.cgi', { ...base, md5key: signed() }, basic],
      [
        'https://payment.architrade.com/cgi-adm/refund.cgi',
        { ...base, amount: '59980', currency: '578', md5key: signed(59980) },
        basic,
      ],
    ]);
    expect(calls.every(({ init }) => init.redirect === 'manual')).toBe(true);
  });

  it('that cannot be right is refused here', async () => {
    const { client, calls } = setup();
    for (const wrong of [
      client.transactions.capture({ ...CAPTURE, transact: '1&amount=2' }),
      client.transactions.capture({ ...CAPTURE, orderId: 'a b' }),
      client.transactions.refund({ ...REFUND, amount: 0 }),
      client.transactions.refund({ ...REFUND, currency: 'XYZ' }),
      client.transactions.info('x'),
      client.transactions.find({ orderId: 'A-1', amount: 1, currency: 'XYZ' }),
      setup([], { apiUser: undefined }).client.transactions.refund(REFUND),
    ])
      expect(await errorOf(wrong)).toMatchObject({ code: 'DIBS_USAGE', outcome: 'not_sent' });
    expect(calls).toEqual([]);
  });
});

describe('what is known after a no', () => {
  it.each([
    ['status=DECLINED&reason=4', 4, 'refused'],
    ['status=DECLINED&reason=7', 7, 'refused'],
    ['result=6', 6, 'refused'],
    ['result=8&status=DECLINED&message=Unknown%20transaction', 8, 'refused'],
    ['status=FAILED&reason=11', 11, 'unknown'],
    ['status=DECLINED&reason=14', 14, 'unknown'],
    ['status=DECLINED&reason=99', 99, 'unknown'],
    ['status=DECLINED', undefined, 'unknown'],
  ])('%s', async (answer, reason, outcome) => {
    const { client, calls } = setup([text(answer), accepted()]);
    const error = await errorOf(client.transactions.refund(REFUND));
    expect(error).toBeInstanceOf(FlexWinRefusedError);
    expect(error).toMatchObject({ reason, outcome, operation: 'flexWin.refund' });
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['a page', text('<html>Oops'), 'DIBS_PROTOCOL', 'unknown'],
    ['nothing', text(''), 'DIBS_PROTOCOL', 'unknown'],
    ['a word that is none', text('status=MAYBE'), 'DIBS_PROTOCOL', 'unknown'],
    ['two words that do not agree', text('status=ACCEPTED&result=4'), 'DIBS_PROTOCOL', 'unknown'],
    ['a wrong login', text('no', 401), 'FLEXWIN_LOGIN', 'refused'],
    ['a page about the login', text('<html>Login problems?'), 'FLEXWIN_LOGIN', 'refused'],
    ['a server in trouble', text('', 500), 'DIBS_SERVER', 'unknown'],
    ['a lost connection', failed('ECONNRESET'), 'DIBS_CONNECTION', 'unknown'],
  ])('%s: not repeated', async (_what, answer, code, outcome) => {
    const { client, calls } = setup([answer, accepted()]);
    expect(await errorOf(client.transactions.cancel(TARGET))).toMatchObject({ code, outcome });
    expect(calls).toHaveLength(1);
  });

  it('of an intent that once ended unknown it settles nothing; a yes does', async () => {
    const { client } = setup([text('status=DECLINED&reason=6'), accepted()]);
    const again = { earlierUnknown: true };
    expect(await errorOf(client.transactions.capture(CAPTURE, again))).toMatchObject({ outcome: 'unknown' });
    await client.transactions.capture(CAPTURE, again);
  });

  it('is repeated only when nobody was reached', async () => {
    const { client, calls, waits } = setup([
      failed('ECONNREFUSED'),
      text('', 429, { 'retry-after': '3' }),
      accepted(),
    ]);
    await client.transactions.refund(REFUND);
    expect(calls).toHaveLength(3);
    expect(waits[1]?.suggestedMs).toBe(3000);
  });
});

describe('a question', () => {
  it('finds a payment by what it was to be', async () => {
    const { client, calls } = setup([
      text('transact=250525&status=1&approvalcode=abc\n'),
      text('status=0'),
      text('transact=0&status=0'),
      text('transact=1&status=7'),
    ]);
    const find = () => client.transactions.find({ orderId: 'A-1', amount: 59980, currency: 'NOK' });
    expect(await find()).toEqual({ transact: '250525', status: 'authorised' });
    expect(calls[0]?.url).toBe('https://payment.architrade.com/cgi-bin/transinfo.cgi');
    expect(calls[0]?.fields).toEqual({
      merchant: '12345678',
      orderid: 'A-1',
      amount: '59980',
      currency: '578',
    });
    expect([await find(), await find()]).toEqual([undefined, undefined]);
    expect(await find()).toEqual({ transact: '1', status: 'unknown' });
  });

  it('is told what there is, and nothing of another transaction', async () => {
    const { client, calls } = setup([
      text('status=5&transact=250525&orderid=A-1&amount=59980&fee=100&currency=578&approvalcode=1&batch=7'),
      text('status=99&transact=250525'),
      text('status=5&transact=250526'),
      text('12'),
      text('VISA'),
      text('0'),
    ]);
    const { info, status, cardType } = client.transactions;
    expect(await info('250525')).toEqual({
      transact: '250525',
      status: 'captured',
      statusCode: 5,
      orderId: 'A-1',
      amountMinor: 59980,
      feeMinor: 100,
      currency: 'NOK',
      approvalCode: '1',
    });
    expect(calls[0]?.headers.get('authorization')).toMatch(/^Basic /);
    expect(await info('250525')).toEqual({ transact: '250525', status: 'unknown', statusCode: 99 });
    expect(await errorOf(info('250525'))).toMatchObject({ code: 'DIBS_PROTOCOL' });
    expect(await status('250525')).toBe('capture_pending');
    expect([await cardType('250525'), await cardType('250525')]).toEqual(['VISA', undefined]);
  });

  it('is asked again after what may pass, and not after a no', async () => {
    const { client, calls } = setup([text('', 503), failed('ECONNRESET'), text('2'), text('x', 401)]);
    expect(await client.transactions.status('250525')).toBe('authorised');
    expect(calls).toHaveLength(3);
    expect(await errorOf(client.transactions.info('250525'))).toBeInstanceOf(FlexWinLoginError);
  });
});
