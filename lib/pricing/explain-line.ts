import { divide, formatDecimal } from '@/lib/core/decimal.ts';
import type { Language } from '@/lib/core/language.ts';
import { writtenDate } from '@/lib/core/legal-date.ts';
import { type Currency, currencies, formatMoney, withCurrency } from '@/lib/core/money.ts';
import type { Explanation } from '@/lib/core/order.ts';
import type { ServiceText, Wording } from '@/lib/core/wording.ts';

/**
 * How a line was computed, in words: «3 × 800,00 kr». A value whose name ends in `Minor` is money, in `Text` a key of the
 * service's texts; anything else is a decimal. `row`, `rowText`, `rounded` and `rateFrom` are said around a rule's own
 * words: «Rad 2: 3 × 800,00 kr (sats fra 1. januar 2027)», and where each level of rows has a name: «Dag 2, rom 1: …». An
 * order frozen long ago reads the same.
 */
export function explainLine(
  line: { explanation: Explanation },
  wording: Wording,
  serviceText: ServiceText,
): string {
  const {
    key,
    values: { currency, row, rowText, rounded, rateFrom, ...values },
  } = line.explanation;
  const known = currencies.find((each) => each === currency) ?? 'NOK';
  const words = Object.entries(values).map(([name, value]) => [
    name,
    wordOf(name, value, known, wording, serviceText),
  ]);
  let explained = wording.dynamic(key, Object.fromEntries(words));
  if (rounded !== undefined)
    explained = wording.dynamic(roundedKeys[rounded] ?? 'pricing.explainRounded', { explained });
  if (rateFrom !== undefined) {
    const date = writtenDate(rateFrom, wording.language);
    explained = wording.dynamic('pricing.explainRateFrom', { explained, date });
  }
  if (row === undefined) return explained;
  if (rowText === undefined) return wording.dynamic('pricing.explainRow', { row, explained });
  return wording.dynamic('pricing.explainRowText', {
    ...rowName(row, rowText, values, serviceText),
    explained,
  });
}

/** `2.1` → «Dag 2, rom» and `1`; where only the innermost row has a name, that and `2.1`. */
function rowName(
  row: string,
  rowText: string,
  values: Readonly<Record<string, string>>,
  serviceText: ServiceText,
): { rowText: string; row: string } {
  const numbers = row.split('.');
  const last = numbers.pop() ?? row;
  const around = numbers.map((number, level) => {
    const key = values[`row${level + 1}Text`];
    return key === undefined ? undefined : `${serviceText(key)} ${number}`;
  });
  if (around.includes(undefined)) return { rowText: serviceText(rowText), row };
  return { rowText: [...around, serviceText(rowText)].join(', '), row: last };
}

const roundedKeys: Record<string, string> = { whole_down: 'pricing.explainRoundedDown' };

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
function moneyOf(minor: string, currency: Currency, language: Language): string {
  if (!minor.includes('.')) return formatMoney({ amountMinor: Number(minor), currency }, language);
  return withCurrency(formatDecimal(divide(minor, '100'), language), currency, language);
}
