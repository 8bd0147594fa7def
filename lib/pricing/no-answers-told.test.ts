import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { minor } from '@/lib/core/money.ts';
import { evaluate } from '../expressions/evaluate.ts';
import type { Expression } from '../expressions/expression.ts';
import { ExpressionError } from '../expressions/expression-error.ts';
import { calculateOrder } from './calculate-order.ts';
import { pricing, type SomeRule, someDate } from './pricing.test-helper.ts';

const words = 'Kari Merke';
const answers = {
  Ord: words,
  Tall: '7777.5',
  Minus: '-7777.5',
  Stort: '7777777777777777',
  Dag: '2026-77-77',
};
const marker = /Merke|7777|77-77/i;
const minus = (path: string): Expression[] => ['minus', 0, ['dataModel', path]];

describe('what is told when there is no price', () => {
  it.each<[string, SomeRule, string]>([
    [
      'no row of a table',
      { type: 'table', keys: ['Ord', 'Tall'], rows: [{ is: ['a', { upTo: '5' }], amountMinor: 1 }] },
      'No row of the table fits the answers at Ord, Tall',
    ],
    [
      'an option without a price',
      { type: 'options', path: 'Ord', prices: { a: 1 } },
      'No price for the option at Ord',
    ],
    [
      'beyond the last tier',
      { type: 'tiers', quantity: 'Tall', mode: 'whole', tiers: [{ upTo: '5', amountMinor: 1 }] },
      'The quantity at Tall is beyond the last tier, 5',
    ],
    [
      'a computed quantity below zero',
      { type: 'countTimesUnit', count: minus('Tall'), unitMinor: 1 },
      'The quantity at Tall is negative',
    ],
    [
      'words where an expression wants a number',
      { type: 'countTimesUnit', count: ['plus', ['dataModel', 'Ord'], 1], unitMinor: 1 },
      'No usable answer at Ord',
    ],
    [
      'words where an expression wants a date',
      {
        type: 'fixed',
        amountMinor: 1,
        condition: ['greaterThan', ['formatDate', ['dataModel', 'Dag'], 'yyyy'], 1],
      },
      'An expression at Dag has no value: wrong_type',
    ],
    [
      'a path put together of an answer',
      { type: 'countTimesUnit', count: ['dataModel', ['dataModel', 'Ord']], unitMinor: 1 },
      'No usable answer at Ord',
    ],
    [
      'an amount beyond the integers',
      { type: 'countTimesUnit', count: 'Stort', unitMinor: 1_000_000 },
      'Unforeseen: RangeError',
    ],
  ])('%s: rule and path, never the answer', (_, rule, detail) => {
    const result = calculateOrder(pricing([rule]), answers, { date: someDate });
    expect(result).toMatchObject({ ok: false, ruleId: 'r1', detail });
    expect(result.ok || result.detail).not.toMatch(marker);
  });
});

it('an error of an expression or of a sum may be logged', () => {
  const failing: (() => unknown)[] = [
    () => evaluate(['formatDate', words], { dataModel: () => null }),
    () => evaluate(['if', words, 1], { dataModel: () => null }),
    () => minor(Number(answers.Stort) * 10),
  ];
  for (const fail of failing) {
    const error = thrown(fail);
    expect(`${inspect(error)} ${JSON.stringify(error)}`).not.toMatch(marker);
    // The one who tries an expression is told what it was given.
    if (error instanceof ExpressionError) expect(error.words).toMatch(/Merke/i);
  }
});

function thrown(fail: () => unknown): Error {
  try {
    fail();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('Nothing was thrown');
}
