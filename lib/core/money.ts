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
 * The group separator in Norwegian is a no-break space, so that an amount never breaks across lines.
 */
export function formatMinor(amountMinor: number, language: string): string {
  const sign = amountMinor < 0 ? '−' : '';
  const digits = String(Math.abs(minor(amountMinor))).padStart(3, '0');
  const [group, point] = language === 'en' ? [',', '.'] : ['\u00a0', ','];
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return `${sign}${whole}${point}${digits.slice(-2)}`;
}

/** `3 200,00 kr` for NOK; other currencies with their code. */
export function formatMoney(money: Money, language: string): string {
  const amount = formatMinor(money.amountMinor, language);
  if (money.currency !== 'NOK') return `${amount}\u00a0${money.currency}`;
  return language === 'en' ? `NOK\u00a0${amount}` : `${amount}\u00a0kr`;
}
