/** ISO 4217 numbers of currencies that a Nordic agreement may hold. */
const NUMBERS: Readonly<Record<string, string>> = {
  NOK: '578',
  SEK: '752',
  DKK: '208',
  EUR: '978',
  USD: '840',
  GBP: '826',
  ISK: '352',
  CHF: '756',
  PLN: '985',
};

/** Both ways of writing are in use (`NOK`, `578`), and a message echoes what was sent: compare through this. */
export function sameCurrency(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** `NOK` → `578`; undefined for a currency that is not listed here. A number stays as it is. */
export function currencyNumber(currency: string): string | undefined {
  return /^\d{3}$/.test(currency) ? currency : NUMBERS[currency.trim().toUpperCase()];
}

/** `578` → `NOK`; a number that is not listed here stays as it is. */
export function currencyLetters(currency: string): string {
  const upper = currency.trim().toUpperCase();
  return Object.keys(NUMBERS).find((letters) => NUMBERS[letters] === upper) ?? upper;
}

function plain(currency: string): string {
  const upper = currency.trim().toUpperCase();
  return NUMBERS[upper] ?? upper;
}
