import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '@/scripts/testing/property-runs.ts';
import { matchesPattern, patternProblem } from './match-pattern.ts';

const patterns = [
  '^[0-9]{9}$',
  '^\\d{4}$',
  '[A-ZÆØÅ][a-zæøå]+( [A-ZÆØÅ][a-zæøå]+)*',
  '^(?:ja|nei|vet ikke)$',
  '^[^@\\s]+@[^@\\s]+$',
  'a.c',
  '^a?b*c+d{2,3}e{2,}$',
  '^(a|b|)c$',
  '^\\p{L}+$',
  '^[\\w.-]{1,5}$',
  '\\.pdf$',
  '^((19|20)\\d\\d)-(0[1-9]|1[012])$',
  '^\\+?[0-9 ]*$',
  '^(a+)+$',
  '^[\\[\\]\\\\-]+$',
  '^\\u0061\\x62$',
  '',
  '^$',
];

describe('matchesPattern', () => {
  it('says what the engine of the language says', () => {
    const text = fc.oneof(
      fc.constantFrom(
        'abcdd',
        'aaab',
        'Kari Nordmann',
        '123456785',
        '0150',
        'ja',
        'x@y',
        'plan.pdf',
        '2024-05',
        '😀',
      ),
      fc.string({ unit: fc.constantFrom(...'abcde0159 .-@Æøå\n\\[]😀') }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...patterns), text, (pattern, value) => {
        expect(matchesPattern(pattern, value), `${pattern} on ${JSON.stringify(value)}`).toBe(
          new RegExp(pattern, 'u').test(value),
        );
      }),
      runs(3_000),
    );
  });

  it('is not kept busy by patterns that others choke on', () => {
    const text = `${'a'.repeat(10_000)}!`;
    for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '(.*a){20}$', '^([a-z]+)*$', 'a*a*a*a*a*b'])
      expect(matchesPattern(pattern, text), pattern).toBe(false);
  });

  it.each([
    ['^(?=.*\\d).+$', 'not supported'],
    ['(a)\\1', 'not supported'],
    ['(?<!a)b', 'not supported'],
    ['(a', 'without'],
    ['a)', 'without'],
    ['*a', 'nothing before'],
    ['a**', 'two quantifiers'],
    ['a{5,2}', 'backwards'],
    ['[b-a]', 'cannot be read'],
    ['[a', 'cannot be read'],
    ['(((a{99}){99}){99}){99}', 'too large'],
    ['('.repeat(400), 'too deep'],
    ['a'.repeat(501), 'at most'],
  ])('%s is refused', (pattern, why) => {
    expect(patternProblem(pattern)).toContain(why);
  });

  it('takes any text for a pattern without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (pattern, text) => {
        patternProblem(pattern);
        matchesPattern(pattern, text);
      }),
    );
  });
});
