import type { Language } from '@/lib/core/language.ts';
import { sumMinor } from '@/lib/core/money.ts';
import { type VatCode, vatCodes, vatRateBasisPoints } from '@/lib/core/order.ts';
import type { FrozenLine, FrozenOrder } from '@/lib/payments/frozen-order.ts';
import type { ProviderLine } from '@/lib/payments/provider.ts';

/**
 * An order's lines as a provider gets them. Providers differ in whether an item may be negative, so an order with deductions is
 * sent as one item per VAT code, under the payment description, and where even such a sum is negative as one item without a split
 * of VAT: the sum is always the order's, and the receipt is Kvitt's own.
 */
export function providerLines(order: FrozenOrder, language: Language): ProviderLine[] {
  if (order.lines.every(isCharge)) return order.lines.map((line) => lineOf(line, language));
  const name = order.description[language];
  const perCode = vatCodes.flatMap((code) => sumOf(code, order, name));
  if (perCode.every(isCharge)) return perCode;
  const { totalMinor } = order;
  const amounts = { netMinor: totalMinor, vatRateBasisPoints: 0, vatMinor: 0, grossMinor: totalMinor };
  return [{ reference: 'total', name, quantity: '1', ...amounts }];
}

function lineOf(line: FrozenLine, language: Language): ProviderLine {
  return {
    reference: line.id,
    name: line.name[language],
    quantity: line.quantity,
    netMinor: line.netMinor,
    vatRateBasisPoints: vatRateBasisPoints(line.vatCode),
    vatMinor: line.vatMinor,
    grossMinor: line.grossMinor,
  };
}

function sumOf(code: VatCode, { lines }: FrozenOrder, name: string): ProviderLine[] {
  const own = lines.filter((line) => line.vatCode === code);
  const sum = {
    netMinor: sumMinor(own.map((line) => line.netMinor)),
    vatMinor: sumMinor(own.map((line) => line.vatMinor)),
    grossMinor: sumMinor(own.map((line) => line.grossMinor)),
  };
  if (sum.grossMinor === 0 && sum.netMinor === 0) return [];
  return [
    { reference: `vat-${code}`, name, quantity: '1', vatRateBasisPoints: vatRateBasisPoints(code), ...sum },
  ];
}

function isCharge({ netMinor, vatMinor }: { netMinor: number; vatMinor: number }): boolean {
  return netMinor >= 0 && vatMinor >= 0;
}
