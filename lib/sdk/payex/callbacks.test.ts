import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createTestCallback,
  isCallbackAddress,
  PayexCallbackError,
  parseCallback,
  payeeReference,
  sanitizeText,
  verifyCallbackToken,
} from './index.ts';

const ID = '/psp/paymentorders/7e6cdfc3-1276-44e9-9992-7cf4419750e1';

describe('parseCallback', () => {
  it('reads what the test signer makes, as text and as bytes', () => {
    const { body, headers } = createTestCallback({ paymentOrderId: ID, orderReference: 'sak-1', number: 7 });
    expect(headers).toEqual({ 'content-type': 'application/json' });
    const expected = { paymentOrderId: ID, orderReference: 'sak-1', number: 7, version: '3.1' };
    expect(parseCallback(body)).toMatchObject(expected);
    expect(parseCallback(new TextEncoder().encode(body))).toMatchObject(expected);
  });

  it.each([
    'https://evil.example/psp/paymentorders/1',
    '//evil.example/psp',
    '/psp/../secret',
    '/psp/paymentorders/1?x=1',
    '/psp/paymentorders/%2e%2e',
    'psp/paymentorders/1',
    '',
    42,
    null,
  ])('refuses the id %j: it would be fetched', (id) => {
    expect(() => parseCallback(JSON.stringify({ paymentOrder: { id } }))).toThrow(PayexCallbackError);
  });

  it.each(['', 'x', '[]', 'null', '{}', '{"paymentOrder":"x"}', `"${'x'.repeat(100_001)}"`])(
    'refuses %s',
    (body) => {
      expect(() => parseCallback(body)).toThrow(PayexCallbackError);
    },
  );

  it('throws nothing else, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.uint8Array()), (body) => {
        try {
          parseCallback(body);
        } catch (error) {
          expect(error).toBeInstanceOf(PayexCallbackError);
        }
      }),
    );
  });
});

describe('verifyCallbackToken', () => {
  it('accepts the token, also among older ones', () => {
    expect(verifyCallbackToken('secret-1', 'secret-1')).toBe(true);
    expect(verifyCallbackToken('secret-1', ['newer', 'secret-1'])).toBe(true);
  });

  it.each([null, undefined, '', 'secret-', 'secret-11', 'Secret-1', 'x'.repeat(2000)])(
    'refuses %s',
    (given) => {
      expect(verifyCallbackToken(given, 'secret-1')).toBe(false);
      expect(verifyCallbackToken(given, [])).toBe(false);
      expect(verifyCallbackToken(given, '')).toBe(false);
    },
  );

  it('is equality', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
        expect(verifyCallbackToken(a, b)).toBe(Buffer.from(a).equals(Buffer.from(b)));
        expect(verifyCallbackToken(a, a)).toBe(true);
      }),
    );
  });
});

it('knows where callbacks come from', () => {
  for (const known of ['20.91.170.120', '20.91.170.127', '::ffff:51.107.183.58']) {
    expect(isCallbackAddress(known)).toBe(true);
  }
  for (const other of ['20.91.170.119', '20.91.170.128', '127.0.0.1', '']) {
    expect(isCallbackAddress(other)).toBe(false);
  }
});

describe('payeeReference', () => {
  it('is the same for the same key, and fits every instrument', async () => {
    const key = 'operation-8c1e0d5a';
    expect(await payeeReference(key)).toBe(await payeeReference(key));
    expect(await payeeReference(key)).toMatch(/^[0-9A-Z]{30}$/);
    expect(await payeeReference(key, 'digits')).toMatch(/^\d{12}$/);
    expect(await payeeReference(key)).not.toBe(await payeeReference(`${key}2`));
    await expect(payeeReference('')).rejects.toMatchObject({ code: 'PAYEX_USAGE' });
  });
});

describe('sanitizeText', () => {
  it('gives at most 40 characters without line breaks, and is done after once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const clean = sanitizeText(text);
        expect(clean.length).toBeLessThanOrEqual(40);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(sanitizeText(clean)).toBe(clean);
      }),
    );
    expect(sanitizeText(' Gebyr\n for\t«byggesak» & mer ')).toBe('Gebyr for «byggesak» & mer');
  });
});
