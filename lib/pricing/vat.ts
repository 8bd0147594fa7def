import { compare, divide, multiply, roundHalfUp } from '@/lib/core/decimal.ts';
import { type VatCode, vatRateBasisPoints } from '@/lib/core/order.ts';

/**
 * Splits an amount (decimal string of minor units, with or without VAT) into whole minor units: rounded half up per line,
 * `net + vat = gross` exactly. @throws RangeError outside the safe integers.
 */
export function splitVat(
  amountMinor: string,
  code: VatCode,
  includesVat: boolean,
): { netMinor: number; vatMinor: number; grossMinor: number } {
  const rate = vatRateBasisPoints(code);
  const given = roundHalfUp(amountMinor);
  const vatMinor = roundHalfUp(
    divide(multiply(String(given), String(rate)), String(includesVat ? 10_000 + rate : 10_000)),
  );
  return includesVat
    ? { netMinor: given - vatMinor, vatMinor, grossMinor: given }
    : { netMinor: given, vatMinor, grossMinor: roundHalfUp(String(BigInt(given) + BigInt(vatMinor))) };
}

/**
 * Quantity and unit price of a line such that quantity × unit is its net amount, which providers check:
 * where rounding or VAT makes that impossible the line is one piece, and its explanation tells the rest.
 */
export function quantityAndUnit(
  quantity: string,
  unitMinor: string,
  netMinor: number,
  code: VatCode,
  includesVat: boolean,
): { quantity: string; unitNetMinor: number } {
  const factor = String(10_000 + vatRateBasisPoints(code));
  const unitNetMinor = roundHalfUp(includesVat ? divide(multiply(unitMinor, '10000'), factor) : unitMinor);
  const fits = compare(multiply(quantity, String(unitNetMinor)), String(netMinor)) === 0;
  return fits ? { quantity, unitNetMinor } : { quantity: '1', unitNetMinor: netMinor };
}
