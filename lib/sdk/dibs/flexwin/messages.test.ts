import { describe, expect, it } from 'vitest';
import {
  DibsMessageError,
  type FlexWinTestMessageInput,
  parseUnverifiedFlexWin,
  signFlexWinTestMessage,
} from './index.ts';
import { KEYS, OTHER_KEYS, REQUEST, setup } from './wire.test-helper.ts';

const { window } = setup().client;
const input: FlexWinTestMessageInput = {
  ...KEYS,
  transact: '250525',
  orderId: 'A-1',
  amount: 59980,
  currency: '578',
  fields: { statuscode: '2', paytype: 'VISA', acquirer: 'TEST', cardnomask: '471110XXXXXX0000' },
};
const body = (more: Partial<FlexWinTestMessageInput> = {}) =>
  signFlexWinTestMessage({ ...input, ...more }).body;
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
    const message = window.receive(body());
    expect(message).toMatchObject({
      transact: '250525',
      orderId: 'A-1',
      amountMinor: 59980,
      currency: '578',
      statusCode: '2',
      payType: 'VISA',
      cardNumberMasked: '471110XXXXXX0000',
      test: false,
    });
    expect(window.receive(Buffer.from(body()))).toEqual(message);
  });

  it('is read in UTF-8 and in Latin-1, as text and as bytes', () => {
    const fields = { statuscode: '2', name: 'Kåre & Bjørg = 100 %' };
    for (const charset of ['utf-8', 'iso-8859-1'] as const)
      for (const raw of [body({ fields, charset }), Buffer.from(body({ fields, charset }))])
        expect(window.receive(raw).raw.name).toBe(fields.name);
    const bare = Buffer.from(body({ fields: {} }).concat('&name=K\u00e5re'), 'latin1');
    expect(window.receive(bare).raw.name).toBe('Kåre');
  });

  it('is one message, whichever way it came and whatever fields came along', () => {
    const first = window.receive(body());
    expect(window.receive(body({ charset: 'iso-8859-1', fields: {} })).fingerprint).toBe(first.fingerprint);
    expect(window.receive(body({ transact: '250526' })).fingerprint).not.toBe(first.fingerprint);
  });

  it('has its key over amount and fee together, where there is a fee', () => {
    expect(window.receive(body({ fee: 1000 }))).toMatchObject({ amountMinor: 59980, feeMinor: 1000 });
    expect(problemOf(`${body()}&fee=1000`)).toBe('wrong_mac');
  });

  it('is believed under the old keys while they are changed, also where only one of them has been', () => {
    const pairs = { key1: [OTHER_KEYS.key1, KEYS.key1], key2: KEYS.key2 };
    const { window: renewed } = setup([], pairs).client;
    expect(problemOf(body(), renewed)).toBeUndefined();
    expect(problemOf(body({ key1: OTHER_KEYS.key1 }), renewed)).toBeUndefined();
    expect(problemOf(body(OTHER_KEYS), renewed)).toBe('wrong_mac');
  });
});

describe('what must not be believed', () => {
  const { authkey: _, ...bare } = signFlexWinTestMessage(input).fields;
  it.each([
    ['nothing', '', 'incomplete'],
    ['no key', new URLSearchParams(bare).toString(), 'no_mac'],
    ['another key', body(OTHER_KEYS), 'wrong_mac'],
    ['a changed amount', body().replace('59980', '59981'), 'wrong_mac'],
    ['another transaction', body().replace('250525', '250526'), 'wrong_mac'],
    ['another currency', body().replace('578', '752'), 'wrong_mac'],
    ['a field twice', `${body()}&orderid=B-2`, 'ambiguous'],
    ['a payer who left: no transaction', 'orderid=A-1&amount=59980&currency=578', 'incomplete'],
    ['a transaction that is none', body({ transact: '1&amount=2' }), 'malformed'],
    ['an amount with decimals', body({ amount: 599.8 }), 'malformed'],
    ['a broken escape', `${body()}%`, 'malformed'],
    ['too much', `${body()}&a=${'a'.repeat(100_001)}`, 'malformed'],
  ])('%s', (_what, raw, problem) => {
    expect(problemOf(raw)).toBe(problem);
  });

  it('our own signed form, sent back as if it were a result', () => {
    const { fields } = window.createForm(REQUEST);
    expect(problemOf(new URLSearchParams(fields.map(({ name, value }) => [name, value])).toString())).toBe(
      'incomplete',
    );
  });

  it('never shows the body or a key in an error', () => {
    for (const raw of [body().replace('59980', '1'), `${body()}%`]) {
      try {
        window.receive(raw);
      } catch (error) {
        expect(String(error)).not.toMatch(/A-1|250525|S96|authkey=/);
      }
    }
  });

  it('the order’s number is not covered: another one has the same key, so it proves nothing', () => {
    expect(problemOf(body().replace('A%2d1', 'B%2d2'))).toBeUndefined();
    expect(parseUnverifiedFlexWin(body({ ...OTHER_KEYS })).orderId).toBe('A-1');
  });
});
