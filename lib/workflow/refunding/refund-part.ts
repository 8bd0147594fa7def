import { sumMinor } from '@/lib/core/money.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';

/** What of a payment an employee wants to give back; of an amount in minor units, or lines by their places in the receipt. */
export type RefundPart =
  | { kind: 'all' }
  | { kind: 'amount'; amountMinor: number | undefined }
  | { kind: 'lines'; lines: readonly number[] }
  /** Two of these at once, or none. */
  | { kind: 'unclear' };

/** What there is to give back of. */
export interface Refundable {
  leftMinor: number;
  /** What is left of each line of the receipt; empty when the case has none yet. */
  lines: ReceiptData['lines'];
  /** Why no part of it can be given back; absent where it can. */
  onlyWhole?: OnlyWhole;
}

export type OnlyWhole =
  /** The provider cannot. */
  | 'provider'
  /** No receipt was given: the case is not completed, or was paid by another payment. */
  | 'no_receipt';

export type PartProblem =
  | 'no_choice'
  /** Nothing, or what cannot be read, or fractions of a minor unit. */
  | 'no_amount'
  /** More than is left. */
  | 'too_much'
  | 'no_lines'
  /** The lines hold more than is left, as where a discount is among the others. */
  | 'lines_too_much'
  | 'only_whole';

/** The amount that a wish comes to, and the lines that it is of, or what is wrong with it. Pure. */
export function refundAmount(
  part: RefundPart,
  { leftMinor, lines, onlyWhole }: Refundable,
): { amountMinor: number; lines: number[] } | { problem: PartProblem } {
  switch (part.kind) {
    case 'all':
      return { amountMinor: leftMinor, lines: [] };
    case 'unclear':
      return { problem: 'no_choice' };
    case 'amount': {
      const { amountMinor } = part;
      if (amountMinor === undefined || !Number.isSafeInteger(amountMinor) || amountMinor <= 0)
        return { problem: 'no_amount' };
      if (amountMinor > leftMinor) return { problem: 'too_much' };
      return wholeOr({ amountMinor, lines: [] }, { leftMinor, onlyWhole });
    }
    case 'lines': {
      const chosen = [...new Set(part.lines)].filter((index) => (lines[index]?.grossMinor ?? 0) > 0);
      const amountMinor = sumMinor(chosen.map((index) => lines[index]?.grossMinor ?? 0));
      if (amountMinor === 0) return { problem: 'no_lines' };
      if (amountMinor > leftMinor) return { problem: 'lines_too_much' };
      return wholeOr({ amountMinor, lines: chosen.sort((a, b) => a - b) }, { leftMinor, onlyWhole });
    }
  }
}

function wholeOr(
  wish: { amountMinor: number; lines: number[] },
  { leftMinor, onlyWhole }: Pick<Refundable, 'leftMinor' | 'onlyWhole'>,
): { amountMinor: number; lines: number[] } | { problem: PartProblem } {
  return !onlyWhole || wish.amountMinor === leftMinor ? wish : { problem: 'only_whole' };
}
