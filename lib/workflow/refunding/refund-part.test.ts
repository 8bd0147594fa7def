import { describe, expect, it } from 'vitest';
import { exampleReceipt } from '@/lib/receipts/receipt-data.test-helper.ts';
import { type Refundable, type RefundPart, refundAmount } from './refund-part.ts';

/** 3200 and 1600 kr without VAT, and 1000 kr with it. */
const all: Refundable = { leftMinor: 580_000, lines: exampleReceipt.lines };
const [first, second, third] = exampleReceipt.lines;
if (!first || !second || !third) throw new Error('The example has three lines');
const discounted: Refundable = {
  leftMinor: 100_000,
  lines: [
    { ...first, grossMinor: 120_000 },
    { ...second, grossMinor: -40_000 },
    { ...third, grossMinor: 20_000 },
  ],
};

const lines = (...some: number[]): RefundPart => ({ kind: 'lines', lines: some });
const amount = (amountMinor?: number): RefundPart => ({ kind: 'amount', amountMinor });

describe('what a wish to give back comes to', () => {
  it.each<[string, RefundPart, Refundable, object]>([
    ['all', { kind: 'all' }, all, { amountMinor: 580_000, lines: [] }],
    ['one øre', amount(1), all, { amountMinor: 1, lines: [] }],
    ['to the last øre', amount(580_000), all, { amountMinor: 580_000, lines: [] }],
    ['one beyond', amount(580_001), all, { problem: 'too_much' }],
    ['nothing', amount(0), all, { problem: 'no_amount' }],
    ['less than nothing', amount(-1), all, { problem: 'no_amount' }],
    ['half an øre', amount(0.5), all, { problem: 'no_amount' }],
    ['no number', amount(), all, { problem: 'no_amount' }],
    ['lines', lines(2, 0), all, { amountMinor: 420_000, lines: [0, 2] }],
    ['a line twice', lines(1, 1), all, { amountMinor: 160_000, lines: [1] }],
    ['a line that is none', lines(7, Number.NaN), all, { problem: 'no_lines' }],
    ['no lines', lines(), all, { problem: 'no_lines' }],
    ['a discount alone', lines(1), discounted, { problem: 'no_lines' }],
    ['a line of more than is left', lines(0), discounted, { problem: 'lines_too_much' }],
    ['a line beside a discount', lines(2), discounted, { amountMinor: 20_000, lines: [2] }],
    ['two things', { kind: 'unclear' }, all, { problem: 'no_choice' }],
    [
      'a part, which the provider cannot',
      amount(1),
      { ...all, onlyWhole: 'provider' },
      { problem: 'only_whole' },
    ],
    ['a line, without a receipt', lines(0), { ...all, onlyWhole: 'no_receipt' }, { problem: 'only_whole' }],
    [
      'all of it as an amount',
      amount(580_000),
      { ...all, onlyWhole: 'provider' },
      { amountMinor: 580_000, lines: [] },
    ],
  ])('%s', (_, part, refundable, expected) => {
    expect(refundAmount(part, refundable)).toEqual(expected);
  });
});
