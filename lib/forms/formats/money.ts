import { isDecimal, parseDecimal, toFixed } from '@/lib/core/decimal.ts';
import { defineFormat } from './define-format.ts';
import { numberErrors, showNumber } from './number.ts';

/** An amount in kroner: `1 234,50`, also with «kr» before or after. */
export const money = defineFormat({
  id: 'money',
  isBound: isDecimal,
  inputProps: { inputMode: 'decimal', autoComplete: 'off', size: 14 },
  read: (text) => parseDecimal(text.replace(/^kr\.?\s*|\s*(kr\.?|,-)$/gi, '')) ?? text,
  errors: (answer, component) => numberErrors(answer, component, component.maxDecimals ?? 2),
  format: (answer, language) => {
    if (!isDecimal(answer)) return answer;
    const amount = showNumber(toFixed(answer, 2), language);
    return language === 'en' ? `NOK\u00a0${amount}` : `${amount}\u00a0kr`;
  },
  inputValue: showNumber,
});
