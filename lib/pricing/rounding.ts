import { assertNever } from '@/lib/core/assert-never.ts';
import { divide, multiply, roundDown, roundHalfUp } from '@/lib/core/decimal.ts';

/**
 * How a line's amount becomes whole, as the pricing document states it: to the øre (`minor`) or to whole kroner (`whole`),
 * halves up or always down. Of the amount without its sign, so that a deduction is rounded as a charge is.
 */
export const roundings = ['minor_half_up', 'minor_down', 'whole_half_up', 'whole_down'] as const;
export type Rounding = (typeof roundings)[number];

/** What counts when a pricing says nothing: to the nearest øre, halves up. */
export const defaultRounding: Rounding = 'minor_half_up';

/** An exact amount (decimal string of minor units) in whole minor units. @throws RangeError outside the safe integers. */
export function roundAmount(amountMinor: string, rounding: Rounding): number {
  switch (rounding) {
    case 'minor_half_up':
      return roundHalfUp(amountMinor);
    case 'minor_down':
      return roundDown(amountMinor);
    case 'whole_half_up':
      return inMinor(roundHalfUp(divide(amountMinor, '100')));
    case 'whole_down':
      return inMinor(roundDown(divide(amountMinor, '100')));
    default:
      return assertNever(rounding);
  }
}

function inMinor(whole: number): number {
  return roundHalfUp(multiply(String(whole), '100'));
}
