import type { Language } from '@/lib/core/language.ts';
import { type Currency, formatMoney } from '@/lib/core/money.ts';

export interface MoneyProps {
  amountMinor: number;
  currency: Currency;
  language: Language;
}

/** An amount that never breaks across lines; its machine value is in minor units with the currency. */
export function Money({ amountMinor, currency, language }: MoneyProps) {
  return (
    <data className="kv-money" value={`${amountMinor} ${currency}`}>
      {formatMoney({ amountMinor, currency }, language)}
    </data>
  );
}
