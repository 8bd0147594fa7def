import type { ReceiptData } from './receipt-data.ts';

type Line = ReceiptData['lines'][number];
type Sums = Pick<Line, 'netMinor' | 'vatMinor' | 'grossMinor'>;

/** What is left of a receipt's lines when its credit notes (whose amounts are negative) have been taken off; line by line. */
export function leftOfLines(lines: readonly Line[], notes: readonly (readonly Sums[])[]): Line[] {
  return lines.map((line, index) => {
    const left = (of: keyof Sums) => notes.reduce((sum, note) => sum + (note[index]?.[of] ?? 0), line[of]);
    return {
      ...line,
      netMinor: left('netMinor'),
      vatMinor: left('vatMinor'),
      grossMinor: left('grossMinor'),
    };
  });
}

/**
 * The lines of a credit note of `amountMinor`, as negative amounts: what each line that is left gives back, in proportion, and of
 * the VAT in it the same share. No line gives back more gross, VAT or net than is left of it, and what gives back all that is left
 * closes every line exactly: so all notes of a receipt add up to it, for every VAT rate.
 * @param chosen places of the lines that alone are given back; none, or too little in them, means all.
 * @throws RangeError unless `0 < amountMinor ≤ Σ left`.
 */
export function creditLines(
  left: readonly Line[],
  amountMinor: number,
  chosen: readonly number[] = [],
): Line[] {
  const total = grossOf(left);
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0 || amountMinor > total)
    throw new RangeError(`Cannot credit ${amountMinor} of ${total}`);
  const only = left.map((line, index) => (chosen.includes(index) ? line.grossMinor : 0));
  // What gives back all that is left closes every line, also a pair of them that cancel each other out.
  const holds = amountMinor < total && sum(only) >= amountMinor;
  const from = holds ? only : left.map(({ grossMinor }) => grossMinor);
  const shares = proportionally(from, amountMinor);
  return left.map((line, index) => {
    const gross = shares[index] ?? 0;
    const vat = line.grossMinor === 0 ? line.vatMinor : roundedShare(line.vatMinor, gross, line.grossMinor);
    // `-0` is not `0` to everybody who compares.
    return { ...line, grossMinor: -gross || 0, vatMinor: -vat || 0, netMinor: vat - gross || 0 };
  });
}

/** Σ gross of lines, minor units. */
export function grossOf(lines: readonly Pick<Line, 'grossMinor'>[]): number {
  return sum(lines.map(({ grossMinor }) => grossMinor));
}

/** Shares by rounding running sums: each is its exact share rounded up or down, and they add up. */
function proportionally(amounts: readonly number[], part: number): number[] {
  const total = sum(amounts);
  let running = 0;
  let given = 0;
  return amounts.map((amount) => {
    running += amount;
    const share = roundedShare(running, part, total) - given;
    given += share;
    return share;
  });
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** `amount × part / total` to the nearest minor unit, halves up; the product may pass what a number holds exactly. */
function roundedShare(amount: number, part: number, total: number): number {
  const sign = total < 0 ? -1n : 1n;
  const divisor = 2n * BigInt(total) * sign;
  const product = (2n * BigInt(amount) * BigInt(part) + BigInt(total)) * sign;
  const floored = product / divisor - (product % divisor < 0n ? 1n : 0n);
  return Number(floored);
}
