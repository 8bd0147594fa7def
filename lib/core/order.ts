import type { Currency } from './money.ts';

/** VAT of a line as a code, never a bare percentage: `outside` is «utenfor loven», the default for public fees. */
export const vatCodes = ['outside', 'exempt', '12', '15', '25'] as const;
export type VatCode = (typeof vatCodes)[number];

/** Percent × 100 of a VAT code (25 % = 2500). */
export function vatRateBasisPoints(code: VatCode): number {
  return code === 'outside' || code === 'exempt' ? 0 : Number(code) * 100;
}

/** A sentence in words: a key of the portal's texts or of the service's own, and what goes into it. */
export interface Explanation {
  key: string;
  values: Record<string, string>;
}

/** One frozen line. All amounts in minor units of the order's currency; `gross = net + vat` exactly. */
export interface OrderLine {
  /** Id of the price rule it came from: the reference towards the provider. */
  id: string;
  /** The service's text key for what is paid for; resolved to `name` in each language when the order is frozen. */
  textKey: string;
  /** Decimal string. */
  quantity: string;
  /** Price per unit without VAT. */
  unitNetMinor: number;
  netMinor: number;
  vatCode: VatCode;
  vatMinor: number;
  grossMinor: number;
  /** How it was computed, in words: «3 klasser × 800 kr». */
  explanation: Explanation;
}

/** A computed price: `totalMinor = Σ grossMinor`. `date` is the Oslo date that tariffs were chosen by. */
export interface Order {
  currency: Currency;
  lines: OrderLine[];
  netMinor: number;
  vatMinor: number;
  totalMinor: number;
  /** `YYYY-MM-DD`, Europe/Oslo. */
  date: string;
}
