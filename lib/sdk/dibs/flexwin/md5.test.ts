import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIXTURES_ABSENT, type Md5Vectors, readSpec } from '../fixtures.test-helper.ts';
import { authMessage, callMessage, createMd5, formMessage, isMd5, isMd5Key } from './md5.ts';
import { KEYS, OTHER_KEYS } from './wire.test-helper.ts';

const spec = readSpec<Md5Vectors>('vectors/dibs-flexwin-md5.json');
if (!spec) console.info(FIXTURES_ABSENT);

const order = { merchant: '12345678', orderId: 'A-1', currency: '578', amount: 59980 };
const transact = '250525';

describe.runIf(spec)('the reference vectors', () => {
  it.each(spec?.vectors ?? [])('$use', ({ use, msg, md5 }) => {
    expect(createMd5(msg, { key1: spec?.k1 ?? '', key2: spec?.k2 ?? '' })).toBe(md5);
    const made: Record<string, string> = {
      'md5key (payment form)': formMessage(order),
      'authkey (callback)': authMessage({ ...order, transact }),
      'capture/refund': callMessage({ ...order, transact }),
      cancel: callMessage({ merchant: order.merchant, orderId: order.orderId, transact }),
    };
    expect(made[use]).toBe(msg);
  });
});

describe('the MD5 key', () => {
  const message = formMessage(order);
  const key = createMd5(message, KEYS);

  it('is accepted under any of several pairs, in either case of letters, and under no other', () => {
    expect(isMd5(key, message, [OTHER_KEYS, KEYS])).toBe(true);
    expect(isMd5(key.toUpperCase(), message, [KEYS])).toBe(true);
    expect(isMd5(key, message, [OTHER_KEYS])).toBe(false);
    expect(isMd5(key, message, [{ key1: KEYS.key2, key2: KEYS.key1 }])).toBe(false);
    for (const wrong of ['', 'x', key.slice(2), `${key}00`, `${key.slice(1)}g`])
      expect(isMd5(wrong, message, [KEYS])).toBe(false);
  });

  it('changes with every change of what it covers', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(!Buffer.from(a).equals(Buffer.from(b)));
        expect(isMd5(createMd5(a, KEYS), b, [KEYS])).toBe(false);
      }),
    );
  });

  it('is made with keys that were not cut off on their way', () => {
    expect(isMd5Key(KEYS.key1)).toBe(true);
    for (const wrong of ['', 'short', `${KEYS.key1}\n`, 'a'.repeat(129)]) expect(isMd5Key(wrong)).toBe(false);
  });
});
