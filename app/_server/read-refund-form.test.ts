import { describe, expect, it } from 'vitest';
import { readRefundForm } from './read-refund-form.ts';

const read = (fields: Record<string, string | string[]>) =>
  readRefundForm(
    new URLSearchParams(
      Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
    ),
  ).request;

describe('the form that gives money back', () => {
  it.each([
    ['100', 10_000],
    ['1 234,50', 123_450],
    ['599.80 kr', 59_980],
    ['0,05', 5],
    ['12 SEK', 1200],
    ['1,005', undefined],
    ['hundre', undefined],
    ['', undefined],
    ['-5', -500],
  ])('reads the amount «%s»', (amount, amountMinor) => {
    expect(read({ part: 'amount', amount, reason: 'x' }).part).toEqual({ kind: 'amount', amountMinor });
  });

  it('reads lines, all, and what was shown as left', () => {
    expect(read({ part: 'lines', line: ['0', '2'], amount: '', left: '500' })).toMatchObject({
      part: { kind: 'lines', lines: [0, 2] },
      seenMinor: 500,
    });
    expect(read({ part: 'all', amount: ' ', left: 'x' })).toEqual({ reason: '', part: { kind: 'all' } });
  });

  it('guesses nothing: an amount beside «all», lines beside an amount, or no choice', () => {
    const unclear: Record<string, string>[] = [
      { part: 'all', amount: '10' },
      { part: 'all', line: '1' },
      { part: 'amount', amount: '10', line: '1' },
      { amount: '10' },
      { part: 'everything' },
    ];
    for (const fields of unclear) expect(read(fields).part).toEqual({ kind: 'unclear' });
  });
});
