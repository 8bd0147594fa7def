import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '@/scripts/testing/property-runs.ts';
import {
  add,
  compare,
  divide,
  formatDecimal,
  isDecimal,
  multiply,
  parseDecimal,
  roundDown,
  roundHalfUp,
  subtract,
  toDecimal,
  toFixed,
  toMinor,
} from './decimal.ts';
import { languages } from './language.ts';

describe('parseDecimal', () => {
  it.each([
    ['1 234,50', '1234.50'],
    ['1\u00a0234,50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['1234.5', '1234.5'],
    ['12', '12'],
    [' 7 ', '7'],
    [',5', '0.5'],
    ['007', '7'],
    ['−3', '-3'],
    ['-0,00', '0.00'],
    ['1.234.567', '1234567'],
    ['0', '0'],
    ['1,234', '1.234'],
  ])('reads %j as %j', (text, value) => expect(parseDecimal(text)).toBe(value));

  it.each([
    '',
    ' ',
    '-',
    'ti',
    '1e5',
    '12 34',
    '1,2,3',
    '12,',
    '0x10',
    'Infinity',
    'NaN',
    '1'.repeat(16),
    `0,${'1'.repeat(11)}`,
    '١٢',
  ])('refuses %j', (text) => expect(parseDecimal(text)).toBeUndefined());

  it('gives back what formatDecimal wrote', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 14n), 10n ** 14n), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const value = `${whole}.${String(cents).padStart(2, '0')}`;
        for (const language of languages) expect(parseDecimal(formatDecimal(value, language))).toBe(value);
      }),
    );
  });
});

describe('exact arithmetic', () => {
  it('has no float errors', () => {
    expect(toMinor('599.80')).toBe(59_980);
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(subtract('50.8', '20.3')).toBe('30.5');
    expect(multiply('0.1', '0.2')).toBe('0.02');
    expect(divide('1', '8')).toBe('0.125');
    expect(compare('1.50', '1.5')).toBe(0);
    expect(toDecimal(1e-7)).toBe('0.0000001');
  });

  it('rounds halves up and stays in the safe range', () => {
    expect([roundHalfUp('0.5'), roundHalfUp('2.5'), roundHalfUp('-0.4'), roundHalfUp('1.49999999')]).toEqual([
      1, 3, 0, 1,
    ]);
    expect(toFixed('3.225', 2)).toBe('3.23');
    expect(toFixed('-0.001', 2)).toBe('0.00');
    expect(() => roundHalfUp('9007199254740993')).toThrow(RangeError);
    expect(['0.99', '2', '-0.99', '-2.5', '3.0'].map(roundDown)).toEqual([0, 2, 0, -2, 3]);
    expect(() => roundDown('9007199254740993')).toThrow(RangeError);
    expect(() => toMinor('1.005')).toThrow(RangeError);
    expect(() => divide('1', '0')).toThrow(RangeError);
  });

  it('agrees with integers of minor units', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (minor) => {
        const amount = divide(String(minor), '100');
        expect(isDecimal(amount) || Math.abs(minor) >= 1e17).toBe(true);
        expect(toMinor(amount)).toBe(minor);
      }),
    );
  });
});

describe('beside big.js', () => {
  const Reference = Big();
  Reference.DP = 20;
  Reference.RM = Big.roundHalfUp;
  const plain = (value: Big): string => (value.eq(0) ? '0' : value.toFixed());

  const decimal = fc
    .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.integer({ min: 0, max: 25 }))
    .map(([digits, scale]) => {
      const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
      const whole = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
      return digits < 0n ? `-${whole}` : whole;
    });

  it('counts the same', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 8 }), (a, b, decimals) => {
        const [x, y] = [new Reference(a), new Reference(b)];
        expect(add(a, b)).toBe(plain(x.plus(y)));
        expect(subtract(a, b)).toBe(plain(x.minus(y)));
        expect(multiply(a, b)).toBe(plain(x.times(y)));
        expect(compare(a, b)).toBe(x.cmp(y));
        if (!y.eq(0)) expect(divide(a, b)).toBe(plain(x.div(y)));
        const fixed = x.toFixed(decimals, Big.roundHalfUp);
        expect(toFixed(a, decimals)).toBe(/[1-9]/.test(fixed) ? fixed : fixed.replace('-', ''));
      }),
      runs(1_000),
    );
  });

  it('reads the same, exponents too', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, (number) => {
        expect(toDecimal(number)).toBe(plain(new Reference(number)));
      }),
      runs(1_000),
    );
    for (const text of ['1.', '.5', '-.5', '1e5', '1E-7', '-1.5e+3', '-0', '00.10'])
      expect([text, toDecimal(text)]).toEqual([text, plain(new Reference(text))]);
    for (const bad of ['', '-', '.', 'x', '1e', ' 1', '+1', 'NaN', 'Infinity', '--1', '0x1', '1n', '1_000'])
      expect(() => toDecimal(bad)).toThrow();
  });
});
