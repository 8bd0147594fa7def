import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NetsUsageError } from './errors.ts';
import { withLanguage } from './language.ts';
import { sanitizeText } from './text.ts';

const FORBIDDEN = /[<>'"&\\\p{Cc}\p{Cf}\p{Cs}]| {2}|^ | $/u;

describe('sanitizeText', () => {
  it.each([
    ['Skjenkebevilling <årsgebyr> & "omsetning"', 'Skjenkebevilling årsgebyr omsetning'],
    ["  Ola's\t\ngebyr\\  ", 'Olas gebyr'],
    ['Ævatn – søknad №1', 'Ævatn – søknad №1'],
    ['a\u0000b\u200bc', 'abc'],
    ['&&', ''],
  ])('%j becomes %j', (text, clean) => {
    expect(sanitizeText(text)).toBe(clean);
  });

  it('never splits a character when it cuts', () => {
    expect(sanitizeText('ab😀', 3)).toBe('ab');
    expect(sanitizeText('ab cd', 3)).toBe('ab');
    expect(sanitizeText('abc', 0)).toBe('');
  });

  it('gives only allowed characters, within the limit, and is stable', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 40 }), (text, max) => {
        const clean = sanitizeText(text, max);
        expect(clean.length).toBeLessThanOrEqual(max);
        expect(FORBIDDEN.test(clean)).toBe(false);
        expect(sanitizeText(clean, max)).toBe(clean);
      }),
      { numRuns: 300 },
    );
  });
});

describe('withLanguage', () => {
  const hosted = 'https://test.checkout.dibspayment.eu/hostedpaymentpage/?checkoutKey=a%20b&paymentId=1';

  it('adds the language and leaves the rest as it is', () => {
    expect(withLanguage(hosted, 'nb-NO')).toBe(`${hosted}&language=nb-NO`);
    expect(withLanguage('https://x.example/pay', 'en-GB')).toBe('https://x.example/pay?language=en-GB');
  });

  it('replaces one that is there', () => {
    expect(withLanguage(withLanguage(hosted, 'nb-NO'), 'nn-NO')).toBe(`${hosted}&language=nn-NO`);
  });

  it('refuses what is not a language or not a URL', () => {
    expect(() => withLanguage(hosted, 'nb-NO&x=1')).toThrow(NetsUsageError);
    expect(() => withLanguage('/pay', 'nb-NO')).toThrow(NetsUsageError);
  });
});
