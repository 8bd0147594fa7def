import { divide, formatDecimal } from '@/lib/core/decimal.ts';
import { type Currency, currencies, formatMoney } from '@/lib/core/money.ts';
import type { Explanation } from '@/lib/core/order.ts';
import type { ServiceText, Wording } from '@/lib/core/wording.ts';

/**
 * How a line was computed, in words: «3 × 800,00 kr». A value whose name ends in `Minor` is money, in `Text` a key of the
 * service's texts; anything else is a decimal. An order frozen long ago reads the same.
 */
export function explainLine(
  line: { explanation: Explanation },
  wording: Wording,
  serviceText: ServiceText,
): string {
  const {
    key,
    values: { currency, ...values },
  } = line.explanation;
  const known = currencies.find((each) => each === currency) ?? 'NOK';
  const words = Object.entries(values).map(([name, value]) => [
    name,
    wordOf(name, value, known, wording, serviceText),
  ]);
  return wording.dynamic(key, Object.fromEntries(words));
}

function wordOf(
  name: string,
  value: string,
  currency: Currency,
  wording: Wording,
  serviceText: ServiceText,
): string {
  if (name.endsWith('Text')) return serviceText(value);
  return name.endsWith('Minor')
    ? moneyOf(value, currency, wording.language)
    : formatDecimal(value, wording.language);
}

/** Money that may have fractions of an øre, as a price per litre: «0,235 kr». */
function moneyOf(minor: string, currency: Currency, language: string): string {
  if (!minor.includes('.')) return formatMoney({ amountMinor: Number(minor), currency }, language);
  const amount = formatDecimal(divide(minor, '100'), language);
  if (currency !== 'NOK') return `${amount}\u00a0${currency}`;
  return language === 'en' ? `NOK\u00a0${amount}` : `${amount}\u00a0kr`;
}
