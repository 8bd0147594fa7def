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

function plain(currency: string): string {
  const upper = currency.trim().toUpperCase();
  return NUMBERS[upper] ?? upper;
}
