import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeDescription } from './index.ts';

describe('sanitizeDescription', () => {
  it.each([
    ['Behandlingsgebyr', 'Behandlingsgebyr'],
    ['  Gebyr\n\tfor «sånt» & slikt ', 'Gebyr for «sånt» & slikt'],
    ['a\u0000b\u200bc', 'abc'],
    ['ab', undefined],
    [' \n ', undefined],
    ['x'.repeat(120), 'x'.repeat(100)],
    [`${'x'.repeat(99)}😀`, 'x'.repeat(99)],
    [`${'x'.repeat(98)}😀`, `${'x'.repeat(98)}😀`],
  ])('%j', (text, clean) => {
    expect(sanitizeDescription(text)).toBe(clean);
  });

  it('always gives what the provider takes, and the same the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const clean = sanitizeDescription(text);
        if (clean === undefined) return;
        expect(clean.length).toBeGreaterThanOrEqual(3);
        expect(clean.length).toBeLessThanOrEqual(100);
        expect(clean).not.toMatch(/\p{Cs}/u);
        expect(sanitizeDescription(clean)).toBe(clean);
      }),
    );
  });
});
