import type { Currency } from '@/lib/core/money.ts';
import type { VatCode } from '@/lib/core/order.ts';
import type { Expression } from '@/lib/expressions/expression.ts';

/** What every price rule has; its own parameters lie beside these and are checked by the rule's file. */
export interface PriceRule {
  id: string;
  /** Registered type: fixed, countTimesUnit, options, tiers, minimum… */
  type: string;
  /** The service's text key for what is paid for. */
  text: string;
  /** The line is there only when this is true; absent means always. */
  condition?: Expression;
  vat: VatCode;
  [parameter: string]: unknown;
}

export interface Pricing {
  currency: Currency;
  /** Whether amounts in the rules include VAT. */
  includesVat: boolean;
  /** Which day's tariff counts: the day of submitting, or of signing. */
  dateBasis: 'submitted' | 'signed';
  rules: PriceRule[];
}
