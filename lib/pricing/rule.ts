import type { Currency } from '@/lib/core/money.ts';
import type { VatCode } from '@/lib/core/order.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import type { Rounding } from './rounding.ts';

/** What every price rule has; its own parameters lie beside these and are checked by the rule's file. */
export interface PriceRule {
  id: string;
  /** Registered type: fixed, countTimesUnit, options, tiers, table, percentage, perRow, minimum, maximum, discount… */
  type: string;
  /** The service's text key for what is paid for. */
  text: string;
  /** The line is there only when this is true; absent means always. */
  condition?: Expression;
  /** First and last day that the rule counts, `YYYY-MM-DD`, both included; absent means without end. */
  validFrom?: string;
  validTo?: string;
  vat: VatCode;
  [parameter: string]: unknown;
}

export interface Pricing {
  currency: Currency;
  /** Whether amounts in the rules include VAT. */
  includesVat: boolean;
  /** Which day's tariff counts: the day of submitting, or of signing (where one signs before one pays). */
  dateBasis: 'submitted' | 'signed';
  /** How each line's amount is made whole, on the basis that `includesVat` says; absent: to the øre, halves up. VAT is always to the øre. */
  rounding?: Rounding;
  rules: PriceRule[];
}
