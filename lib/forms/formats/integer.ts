import { isDecimal, parseDecimal } from '@/lib/core/decimal.ts';
import { defineFormat } from './define-format.ts';
import { numberErrors, showNumber } from './number.ts';

/** A whole number; `12,00` is read as 12. */
export const integer = defineFormat({
  id: 'integer',
  isBound: isDecimal,
  inputProps: { inputMode: 'numeric', autoComplete: 'off', size: 12 },
  read: (text) => parseDecimal(text)?.replace(/\.0+$/, '') ?? text,
  errors: (answer, component) => numberErrors(answer, component, 0),
  format: showNumber,
});
