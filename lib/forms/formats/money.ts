import { isDecimal, parseDecimal, toFixed } from '@/lib/core/decimal.ts';
import { withCurrency } from '@/lib/core/money.ts';
import { defineFormat } from './define-format.ts';
import { numberErrors, showNumber } from './number.ts';

/** An amount in kroner: `1 234,50`, also with «kr» before or after. */
export const money = defineFormat({
  id: 'money',
  isBound: isDecimal,
  inputProps: { inputMode: 'decimal', autoComplete: 'off', size: 14 },
  read: (text) => parseDecimal(text.replace(/^kr\.?\s*|\s*(kr\.?|,-)$/gi, '')) ?? text,
  errors: (answer, component) => numberErrors(answer, component, component.maxDecimals ?? 2),
  format: (answer, language) =>
    isDecimal(answer) ? withCurrency(showNumber(toFixed(answer, 2), language), 'NOK', language) : answer,
  inputValue: showNumber,
});
