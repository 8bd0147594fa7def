import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMac,
  DibsMessageError,
  parseUnverified,
  readCapture,
  signTestMessage,
  type TestMessageInput,
} from './index.ts';
import { KEY, OTHER_KEY, REQUEST, setup } from './wire.test-helper.ts';

const { client } = setup();
const window = client.paymentWindow;
const input: TestMessageInput = {
  macKey: KEY,
  merchantId: '90196871',
  orderId: 'A-1',
  amount: 59980,
  currency: 'NOK',
  status: 'ACCEPTED',
  transactionId: '1066783460',
};
const body = (more: Partial<TestMessageInput> = {}) => signTestMessage({ ...input, ...more }).body;
const order = { orderId: 'A-1', amount: 59980, currency: 'NOK' };
const problemOf = (raw: string | Uint8Array, receiver = window) => {
  try {
    receiver.receive(raw);
  } catch (error) {
    if (error instanceof DibsMessageError) return error.problem;
    throw error;
  }
  return undefined;
};

describe('a message', () => {
  it('is verified and read', () => {
    const fields = {
      cardNumberMasked: '471110******0000',
      cardTypeName: 'VISA',
      acquirer: 'TEST',
      expMonth: '06',
      expYear: '24',
      actionCode: 'd100',
      s_attempt: 'åtte',
      somethingNew: 'x',
    };
    const message = window.receive(body({ fields }));
    expect(message).toMatchObject({
      orderId: 'A-1',
      status: 'ACCEPTED',
      transactionId: '1066783460',
      amountMinor: 59980,
      currency: 'NOK',
      merchant: '90196871',
      cardNumberMasked: '471110******0000',
      cardTypeName: 'VISA',
      custom: { s_attempt: 'åtte' },
      test: false,
      captureNow: false,
      raw: { somethingNew: 'x', MAC: expect.any(String) },
    });
    expect(window.compare(message, order)).toEqual([]);
    expect(window.receive(Buffer.from(body({ fields })))).toEqual(message);
  });

  it('has names in any case, and the MAC is taken over them as they came', () => {
    const fields = {
      ORDERID: 'A-1',
      Amount: '59980',
      CURRENCY: '578',
      Status: 'Accepted',
      merchant: '90196871',
      s_Own: 'x',
    };
    const mac = createMac(Object.entries(fields), KEY);
    const message = window.receive(new URLSearchParams({ ...fields, Mac: mac }).toString());
    expect(message).toMatchObject({ status: 'ACCEPTED', statusText: 'Accepted', custom: { s_Own: 'x' } });
    const lowered = Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]);
    expect(problemOf(new URLSearchParams([...lowered, ['MAC', mac]]).toString())).toBe('wrong_mac');
    expect(window.compare(message, order)).toEqual([]);
  });

  it('has the words of the window, in any case, and no others', () => {
    for (const word of ['ACCEPTED', 'Pending', 'declined', 'CANCELLED'])
      expect(window.receive(body({ status: word })).status).toBe(word.toUpperCase());
    expect(window.receive(body({ status: 'REVIEWED' }))).toMatchObject({
      status: 'unknown',
      statusText: 'REVIEWED',
    });
  });

  it('is one message however often it comes, and another when its content is', () => {
    const first = window.receive(body());
    expect(window.receive(body()).fingerprint).toBe(first.fingerprint);
    expect(window.receive(body({ status: 'DECLINED' })).fingerprint).not.toBe(first.fingerprint);
    const { client: renewed } = setup([], { macKey: [OTHER_KEY, KEY] });
    expect(renewed.paymentWindow.receive(body({ macKey: OTHER_KEY })).fingerprint).toBe(first.fingerprint);
  });
});

describe('what must not be believed', () => {
  it.each([
    ['nothing', '', 'no_mac'],
    ['no MAC', 'orderId=A-1&status=ACCEPTED', 'no_mac'],
    ['an empty MAC', 'orderId=A-1&status=ACCEPTED&MAC=', 'no_mac'],
    ['another key', body({ macKey: OTHER_KEY }), 'wrong_mac'],
    ['a changed amount', body().replace('59980', '59981'), 'wrong_mac'],
    ['a field more', `${body()}&fee=0`, 'wrong_mac'],
    ['a field twice', `${body()}&status=ACCEPTED`, 'ambiguous'],
    ['a field twice in another case', `${body()}&STATUS=DECLINED`, 'ambiguous'],
    ['Latin-1', body({ fields: { s_a: 'å' } }).replace('%C3%A5', '%E5'), 'malformed'],
    ['a broken escape', `${body()}%`, 'malformed'],
    ['too much', `${body()}&a=${'a'.repeat(100_001)}`, 'malformed'],
    ['an amount with decimals', signTestMessage({ ...input, amount: 599.8 }).body, 'malformed'],
  ])('%s', (_what, raw, problem) => {
    expect(problemOf(raw)).toBe(problem);
  });

  it('our own signed form, sent back as if it were a result', () => {
    const { fields } = window.createForm(REQUEST);
    const raw = new URLSearchParams(fields.map(({ name, value }) => [name, value])).toString();
    expect(problemOf(raw)).toBe('incomplete');
  });

  it('bytes that are not UTF-8', () => {
    expect(problemOf(new Uint8Array([0x61, 0x3d, 0xe5]))).toBe('malformed');
  });

  it('a declined payment whose status was cut out of another field: the MAC is right all the same', () => {
    const declined = signTestMessage({
      ...input,
      status: 'DECLINED',
      fields: { s_name: 'Kari&status=ACCEPTED', zeta: '1' },
    });
    // The same signed text cut elsewhere: a status of our own, and the real one hidden in what follows it.
    const { s_name: _cut, status: _real, ...rest } = declined.fields;
    const forged = { ...rest, s_name: 'Kari', status: 'ACCEPTED&status=DECLINED' };
    expect(problemOf(new URLSearchParams(forged).toString())).toBe('ambiguous');
    expect(problemOf(declined.body)).toBe('ambiguous');
  });

  it('no re-cutting of a message reads as another payment', () => {
    const message = signTestMessage({ ...input, status: 'DECLINED', fields: { s_a: 'x', zz: 'a&b=1' } });
    const text = Object.entries(message.fields)
      .filter(([name]) => name !== 'MAC')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join('&')
      .split('&');
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }), (joins) => {
        const pieces: string[] = [];
        text.forEach((part, index) => {
          if (joins[index] && pieces.length > 0) pieces.push(`${pieces.pop()}&${part}`);
          else pieces.push(part);
        });
        const raw = new URLSearchParams(
          [...pieces, `MAC=${message.fields.MAC}`].map((piece) => {
            const at = piece.indexOf('=');
            return [piece.slice(0, at), piece.slice(at + 1)];
          }),
        ).toString();
        let read: unknown;
        try {
          const { status, orderId, amountMinor, transactionId } = window.receive(raw);
          read = { status, orderId, amountMinor, transactionId };
        } catch (error) {
          expect(error).toBeInstanceOf(DibsMessageError);
          return;
        }
        expect(read).toEqual({
          status: 'DECLINED',
          orderId: 'A-1',
          amountMinor: 59980,
          transactionId: '1066783460',
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('never shows the body or a key in an error', () => {
    for (const raw of [`${body()}&fee=0`, `${body()}%`]) {
      try {
        window.receive(raw);
      } catch (error) {
        expect(String(error)).not.toMatch(new RegExp(`A-1|1066783460|${KEY}`));
      }
    }
  });
});

describe('compare', () => {
  const differs = (more: Partial<TestMessageInput>, expected = order) =>
    window.compare(window.receive(body(more)), expected);

  it('names what is not the order’s', () => {
    expect(differs({ orderId: 'A-2' })).toEqual(['orderId']);
    expect(differs({ amount: 59979 })).toEqual(['amount']);
    expect(differs({ currency: 'SEK' })).toEqual(['currency']);
    expect(differs({ merchantId: '1' })).toEqual(['merchant']);
    expect(differs({ amount: 1, currency: '752' })).toEqual(['amount', 'currency']);
  });

  it('a currency is the same in letters and digits', () => {
    expect(differs({ currency: '578' })).toEqual([]);
    expect(differs({}, { ...order, currency: '578' })).toEqual([]);
  });

  it('a fee is laid on top, or said beside: either way the order’s own amount must come out', () => {
    expect(differs({ amount: 60980, fields: { fee: '1000' } })).toEqual([]);
    expect(differs({ fields: { fee: '1000' } })).toEqual([]);
    expect(differs({ amount: 60979, fields: { fee: '1000' } })).toEqual(['amount']);
    expect(differs({ amount: 49980, fields: { amountOriginal: '59980', voucherAmount: '10000' } })).toEqual(
      [],
    );
    expect(differs({ fields: { amountOriginal: '59979' } })).toEqual(['amount']);
  });

  it('test money never settles a live order', () => {
    expect(differs({ fields: { test: '1' } })).toEqual(['test']);
    const tester = setup([], { test: true }).client.paymentWindow;
    expect(tester.compare(tester.receive(body({ fields: { test: '1' } })), order)).toEqual([]);
  });

  it('an amount that did not come is a mismatch', () => {
    const { amount: _, MAC: __, ...fields } = signTestMessage(input).fields;
    expect(window.compare(parseUnverified(new URLSearchParams(fields).toString()), order)).toEqual([
      'amount',
    ]);
  });
});

describe('readCapture', () => {
  const of = (fields: Record<string, string>, status = 'ACCEPTED') =>
    readCapture(window.receive(body({ status, fields })));
  it('follows what was asked for, and doubts every other word', () => {
    expect(of({})).toBe('reserved');
    expect(of({ capturenow: '1' })).toBe('captured');
    expect(of({ captureNow: '1', captureStatus: 'ACCEPTED' })).toBe('captured');
    expect(of({ capturenow: '1', captureStatus: 'DECLINED' })).toBe('unknown');
    expect(of({ captureStatus: 'ACCEPTED' })).toBe('unknown');
    expect(of({ capturenow: '1' }, 'PENDING')).toBe('unknown');
  });
});
