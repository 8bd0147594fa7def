import { describe, expect, it } from 'vitest';
import { formatSize } from './format-size.ts';

describe('the size of a file', () => {
  it.each([
    [0, '0\u00a0byte'],
    [340, '340\u00a0byte'],
    [1499, '1\u00a0kB'],
    [12_499, '12\u00a0kB'],
    [999_499, '999\u00a0kB'],
    [999_500, '1,0\u00a0MB'],
    [1_440_000, '1,4\u00a0MB'],
    [10_000_000, '10,0\u00a0MB'],
  ])('%i bytes: %s', (size, words) => {
    expect(formatSize(size, 'nb')).toBe(words);
    expect(formatSize(size, 'nn')).toBe(words);
  });

  it('is English in English', () => {
    expect(formatSize(340, 'en')).toBe('340\u00a0bytes');
    expect(formatSize(1_440_000, 'en')).toBe('1.4\u00a0MB');
  });
});
