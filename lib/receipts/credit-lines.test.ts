import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '@/scripts/testing/property-runs.ts';
import { creditLines, grossOf, leftOfLines } from './credit-lines.ts';
import { exampleReceipt } from './receipt-data.test-helper.ts';
import type { ReceiptData } from './receipt-data.ts';

type Line = ReceiptData['lines'][number];
type Sum = 'netMinor' | 'vatMinor' | 'grossMinor';
const sums = ['netMinor', 'vatMinor', 'grossMinor'] as const;
const rates = { outside: 0, exempt: 0, '12': 12, '15': 15, '25': 25 } as const;
const sum = (lines: readonly Line[], of: Sum) => lines.reduce((total, line) => total + line[of], 0);
/** `-0` is not `0` to `toBe`. */
const minus = (value: number) => -value || 0;

function lineOf(netMinor: number, vatCode: keyof typeof rates): Line {
  const vatMinor = Math.round((netMinor * rates[vatCode]) / 100);
  return {
    ...{ name: 'x', explained: 'x', quantity: '1' },
    ...{ netMinor, vatCode, vatMinor, grossMinor: netMinor + vatMinor },
  };
}

const codes = fc.constantFrom(...(Object.keys(rates) as (keyof typeof rates)[]));
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 5_000_000_000 }),
  // A discount.
  fc.integer({ min: -50_000, max: 0 }),
);
const receipt = fc
  .array(fc.tuple(amounts, codes), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map(([net, code]) => lineOf(net, code)))
  .filter((lines) => sum(lines, 'grossMinor') > 0);
/** How much of what is left, and whether by lines, and which. */
const refunds = fc.array(
  fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    chosen: fc.option(fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), { nil: undefined }),
  }),
  { maxLength: 6 },
);

/** Gives a receipt back in parts until nothing is left. */
function giveBack(lines: Line[], parts: { share: number; chosen?: number[] }[]): Line[][] {
  const notes: Line[][] = [];
  for (const { share, chosen } of [...parts, { share: 1, chosen: undefined }]) {
    const left = leftOfLines(lines, notes);
    const all = grossOf(left);
    if (all === 0) break;
    const ofLines = chosen ? grossOf(left.filter((_, index) => chosen.includes(index))) : 0;
    const amount =
      ofLines > 0 && ofLines <= all ? ofLines : Math.min(all, Math.max(1, Math.floor(share * all)));
    notes.push(creditLines(left, amount, ofLines > 0 && ofLines <= all ? chosen : undefined));
    expect(minus(grossOf(notes.at(-1) ?? []))).toBe(amount);
  }
  return notes;
}

describe('the lines of a credit note', () => {
  it('give a receipt back line by line', () => {
    const credited = creditLines(exampleReceipt.lines, 580_000);
    expect(credited.map(({ grossMinor, vatMinor, netMinor }) => [grossMinor, vatMinor, netMinor])).toEqual([
      [-320_000, 0, -320_000],
      [-160_000, 0, -160_000],
      [-100_000, -20_000, -80_000],
    ]);
  });

  it('give a chosen line back alone, with its VAT, and then nothing more of it', () => {
    const first = creditLines(exampleReceipt.lines, 100_000, [2]);
    expect(first.map(({ grossMinor, vatMinor }) => [grossMinor, vatMinor])).toEqual([
      [0, 0],
      [0, 0],
      [-100_000, -20_000],
    ]);
    const rest = creditLines(leftOfLines(exampleReceipt.lines, [first]), 480_000);
    expect(rest.map(({ grossMinor, vatMinor }) => [grossMinor, vatMinor])).toEqual([
      [-320_000, 0],
      [-160_000, 0],
      [0, 0],
    ]);
  });

  it('share a part among what is left of all lines, when the chosen ones hold less', () => {
    expect(grossOf(creditLines(exampleReceipt.lines, 100_001, [2]))).toBe(-100_001);
  });

  it('close all lines with the last of the money, also those that cancel each other out', () => {
    const lines = [lineOf(10_000, 'outside'), lineOf(2000, '25'), lineOf(-2500, 'exempt')];
    const note = creditLines(lines, 10_000, [0]);
    expect(leftOfLines(lines, [note]).flatMap((left) => sums.map((of) => left[of]))).toEqual(
      Array.from({ length: 9 }, () => 0),
    );
  });

  it('refuse to credit more than is left, nothing, or parts of an øre', () => {
    for (const wrong of [580_001, 0, -1, 0.5])
      expect(() => creditLines(exampleReceipt.lines, wrong)).toThrow(RangeError);
  });

  it('never give back more of a line than is left of it, nor the other way, whatever the parts', () => {
    fc.assert(
      fc.property(receipt, refunds, (lines, parts) => {
        const notes = giveBack(lines, parts);
        notes.forEach((_, upTo) => {
          const left = leftOfLines(lines, notes.slice(0, upTo + 1));
          lines.forEach((line, index) => {
            for (const of of sums) {
              const rest = left[index]?.[of] ?? Number.NaN;
              const [low, high] = [Math.min(0, line[of]), Math.max(0, line[of])];
              expect(rest).toBeGreaterThanOrEqual(low);
              expect(rest).toBeLessThanOrEqual(high);
              const given = minus(notes[upTo]?.[index]?.[of] ?? Number.NaN);
              expect(given).toBeGreaterThanOrEqual(low);
              expect(given).toBeLessThanOrEqual(high);
            }
          });
        });
      }),
      runs(500),
    );
  });

  it('all together are the receipt, for every VAT rate, to the øre', () => {
    fc.assert(
      fc.property(receipt, refunds, (lines, parts) => {
        const notes = giveBack(lines, parts);
        for (const note of notes)
          for (const { netMinor, vatMinor, grossMinor } of note) expect(netMinor + vatMinor).toBe(grossMinor);
        for (const code of Object.keys(rates))
          for (const of of sums) {
            const ofRate = (some: readonly Line[]) =>
              sum(
                some.filter(({ vatCode }) => vatCode === code),
                of,
              );
            expect(minus(ofRate(notes.flat()))).toBe(ofRate(lines));
          }
      }),
      runs(500),
    );
  });
});
