import type { ReceiptData } from './receipt-data.ts';

type Line = ReceiptData['lines'][number];

/** What of a receipt's sum had been given back before a refund, and has been after it; minor units, `0 ≤ before < after ≤ total`. */
export interface Credited {
  beforeMinor: number;
  afterMinor: number;
}

/**
 * The lines of a credit note: each line's share of what a refund gives back, as negative amounts. A refund in full gives
 * the receipt's lines back exactly; shares of partial refunds are rounded so that every note adds up to its refund, and
 * all notes of a receipt together to the receipt, line by line.
 */
export function creditLines(lines: readonly Line[], { beforeMinor, afterMinor }: Credited): Line[] {
  const total = lines.reduce((sum, line) => sum + line.grossMinor, 0);
  if (!(0 <= beforeMinor && beforeMinor < afterMinor && afterMinor <= total))
    throw new RangeError(`Cannot credit ${beforeMinor}–${afterMinor} of ${total}`);
  const gross = shares(lines, 'grossMinor', total, { beforeMinor, afterMinor });
  const vat = shares(lines, 'vatMinor', total, { beforeMinor, afterMinor });
  return lines.map((line, index) => {
    const grossMinor = -(gross[index] ?? 0);
    const vatMinor = -(vat[index] ?? 0);
    // `-0` is not `0` to everybody who compares.
    return {
      ...line,
      grossMinor: grossMinor || 0,
      vatMinor: vatMinor || 0,
      netMinor: grossMinor - vatMinor || 0,
    };
  });
}

/** Shares by rounding running sums: whatever the rounding, they add up. */
function shares(
  lines: readonly Line[],
  of: 'grossMinor' | 'vatMinor',
  total: number,
  { beforeMinor, afterMinor }: Credited,
): number[] {
  let sum = 0;
  const sums = lines.map((line) => {
    sum += line[of];
    return sum;
  });
  const part = (index: number, creditedMinor: number) =>
    roundedShare(sums[index] ?? 0, creditedMinor, total) -
    roundedShare(sums[index - 1] ?? 0, creditedMinor, total);
  return lines.map((_, index) => part(index, afterMinor) - part(index, beforeMinor));
}

/** `amount × part / total` to the nearest minor unit; the product may pass what a number holds exactly. */
function roundedShare(amount: number, part: number, total: number): number {
  const product = 2n * BigInt(amount) * BigInt(part) + BigInt(total);
  const divisor = 2n * BigInt(total);
  const floored = product / divisor - (product % divisor < 0n ? 1n : 0n);
  return Number(floored);
}
