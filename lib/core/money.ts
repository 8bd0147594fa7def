import type { Language } from './language.ts';
import { into, writings } from './writing.ts';

/** ISO 4217 codes that orders may be in; every one of them has two decimals. */
export const currencies = ['NOK', 'SEK', 'DKK', 'EUR'] as const;
export type Currency = (typeof currencies)[number];

/** An amount in minor units (øre) with its currency; never a float of kroner. */
export interface Money {
  amountMinor: number;
  currency: Currency;
}

/** Narrows a number to a safe integer of minor units. @throws RangeError otherwise. */
export function minor(value: number | bigint): number {
  const asNumber = Number(value);
  if (!Number.isSafeInteger(asNumber)) throw new RangeError('Not a safe amount of minor units');
  return asNumber;
}

/** Σ of minor units, refusing to pass the safe range silently. */
export function sumMinor(values: readonly number[]): number {
  return values.reduce((sum, value) => minor(sum + minor(value)), 0);
}

/**
 * `123450` → `1 234,50` (nb, nn) or `1,234.50` (en); whole kroner keep their two decimals.
 */
export function formatMinor(amountMinor: number, language: Language): string {
  const sign = amountMinor < 0 ? '−' : '';
  const digits = String(Math.abs(minor(amountMinor))).padStart(3, '0');
  const { group, point } = writings[language];
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return `${sign}${whole}${point}${digits.slice(-2)}`;
}

/** `3 200,00 kr` for NOK; other currencies with their code. */
export function formatMoney(money: Money, language: Language): string {
  return withCurrency(formatMinor(money.amountMinor, language), money.currency, language);
}

/** An amount that is written already, as one in an answer or with fractions of an øre: `0,235` → `0,235 kr`. */
export function withCurrency(amount: string, currency: Currency, language: Language): string {
  return currency === 'NOK' ? into(writings[language].kroner, amount) : `${amount}\u00a0${currency}`;
}

/** What stands beside a field that an amount is typed in: `kr`, or the currency's code. */
export function currencyWord(currency: Currency, language: Language): string {
  return withCurrency('', currency, language).trim();
}
