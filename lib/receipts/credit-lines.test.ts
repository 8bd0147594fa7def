import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditLines } from './credit-lines.ts';
import { exampleReceipt } from './receipt-data.test-helper.ts';
import type { ReceiptData } from './receipt-data.ts';

type Line = ReceiptData['lines'][number];
const sum = (lines: readonly Line[], of: 'netMinor' | 'vatMinor' | 'grossMinor') =>
  lines.reduce((total, line) => total + line[of], 0);

const line = fc
  .record({ netMinor: fc.integer({ min: -50_000, max: 5_000_000_000 }), vat: fc.constantFrom(0, 12, 25) })
  .map(({ netMinor, vat }): Line => {
    const vatMinor = Math.round((netMinor * vat) / 100);
    return {
      name: 'x',
      explained: 'x',
      quantity: '1',
      netMinor,
      vatCode: '25',
      vatMinor,
      grossMinor: netMinor + vatMinor,
    };
  });
const receipt = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .filter((lines) => sum(lines, 'grossMinor') > 1);

describe('the lines of a credit note', () => {
  it('give a receipt back line by line', () => {
    const credited = creditLines(exampleReceipt.lines, { beforeMinor: 0, afterMinor: 580_000 });
    expect(credited.map(({ grossMinor, vatMinor, netMinor }) => [grossMinor, vatMinor, netMinor])).toEqual([
      [-320_000, 0, -320_000],
      [-160_000, 0, -160_000],
      [-100_000, -20_000, -80_000],
    ]);
  });

  it('refuse to credit more than was paid, or nothing', () => {
    for (const wrong of [
      { beforeMinor: 0, afterMinor: 580_001 },
      { beforeMinor: 10, afterMinor: 10 },
      { beforeMinor: -1, afterMinor: 10 },
    ])
      expect(() => creditLines(exampleReceipt.lines, wrong)).toThrow(RangeError);
  });

  it('add up to each refund, and all together to the receipt, however it is given back', () => {
    fc.assert(
      fc.property(
        receipt,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        (lines, cuts) => {
          const total = sum(lines, 'grossMinor');
          const stops = [...new Set([0, ...cuts.map((cut) => Math.floor(cut * total)), total])].sort(
            (a, b) => a - b,
          );
          const notes = stops
            .slice(1)
            .map((afterMinor, index) => creditLines(lines, { beforeMinor: stops[index] ?? 0, afterMinor }));
          notes.forEach((note, index) => {
            expect(sum(note, 'grossMinor')).toBe((stops[index] ?? 0) - (stops[index + 1] ?? 0));
            for (const each of note) expect(each.netMinor + each.vatMinor).toBe(each.grossMinor);
          });
          lines.forEach((each, index) => {
            const back = notes.map((note) => note[index] ?? each);
            expect(sum(back, 'grossMinor') + each.grossMinor).toBe(0);
            expect(sum(back, 'vatMinor') + each.vatMinor).toBe(0);
          });
        },
      ),
    );
  });
});
