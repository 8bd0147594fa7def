import { multiply } from '@/lib/core/decimal.ts';
import { sumMinor } from '@/lib/core/money.ts';
import type { OrderLine } from '@/lib/core/order.ts';
import { defaultRounding, roundAmount } from './rounding.ts';
import type { PriceRule, Pricing } from './rule.ts';
import { splitVat } from './vat.ts';

export type LineAmounts = Pick<OrderLine, 'netMinor' | 'vatMinor' | 'grossMinor'>;

/**
 * A line's exact amount, rounded as the pricing states and split into net and VAT. A deduction never takes more net or VAT
 * than is left of the lines it is deducted from, though each of them was rounded for itself.
 * @param group the lines that it is deducted from; undefined when it may be greater than they are.
 * @throws RangeError outside the safe integers.
 */
export function lineAmounts(
  amountMinor: string,
  rule: Pick<PriceRule, 'vat'>,
  pricing: Pricing,
  group: readonly LineAmounts[] | undefined,
): LineAmounts {
  const rounded = roundAmount(amountMinor, pricing.rounding ?? defaultRounding);
  const split = splitVat(String(Math.abs(rounded)), rule.vat, pricing.includesVat);
  if (rounded >= 0) return split;
  return negative(group ? within(split, group, pricing.includesVat) : split);
}

/** Whether rounding to whole kroner changed an amount: only then the payer is told. */
export function isRoundedToWhole(amountMinor: string, { rounding = defaultRounding }: Pricing): boolean {
  if (rounding !== 'whole_half_up' && rounding !== 'whole_down') return false;
  return String(roundAmount(amountMinor, rounding)) !== multiply(amountMinor, '1');
}

function within(wanted: LineAmounts, group: readonly LineAmounts[], includesVat: boolean): LineAmounts {
  const netLeft = left(group.map((line) => line.netMinor));
  const vatLeft = left(group.map((line) => line.vatMinor));
  if (includesVat) {
    const grossMinor = Math.min(wanted.grossMinor, netLeft + vatLeft);
    const vatMinor = Math.max(Math.min(wanted.vatMinor, vatLeft), grossMinor - netLeft);
    return { netMinor: grossMinor - vatMinor, vatMinor, grossMinor };
  }
  const netMinor = Math.min(wanted.netMinor, netLeft);
  const vatMinor = netMinor === netLeft ? vatLeft : Math.min(wanted.vatMinor, vatLeft);
  return { netMinor, vatMinor, grossMinor: netMinor + vatMinor };
}

function left(amounts: readonly number[]): number {
  return Math.max(0, sumMinor(amounts));
}

function negative({ netMinor, vatMinor, grossMinor }: LineAmounts): LineAmounts {
  return { netMinor: 0 - netMinor, vatMinor: 0 - vatMinor, grossMinor: 0 - grossMinor };
}
