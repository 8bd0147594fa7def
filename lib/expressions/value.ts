import { toDecimal } from '@/lib/core/decimal.ts';
import { ExpressionError } from './expression-error.ts';

/** A number, exact: Altinn's numbers are floats, ours pay fees. */
export interface DecimalValue {
  readonly decimal: string;
}

export type ExpressionValue = string | boolean | null | DecimalValue;

/** More digits than any fee needs; stops repeated multiplication from growing without end. */
const maxDigits = 60;
const maxTextLength = 100_000;
const numberText = /^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d{1,2})?$/;

export function isDecimalValue(value: ExpressionValue): value is DecimalValue {
  return typeof value === 'object' && value !== null;
}

/** A number as a value. @throws ExpressionError `too_complex` when it has too many digits. */
export function decimalValue(value: string | number): DecimalValue {
  const decimal = toDecimal(value);
  if (decimal.length > maxDigits) throw new ExpressionError('too_complex', 'The number has too many digits');
  return { decimal };
}

/** Altinn's cast to string: numbers and booleans as written, the word «null» in any case is null. */
export function toText(value: ExpressionValue): string | null {
  if (value === null) return null;
  if (isDecimalValue(value)) return value.decimal;
  if (typeof value === 'boolean') return String(value);
  if (value.length > maxTextLength) throw new ExpressionError('too_complex', 'The text is too long');
  return value.toLowerCase() === 'null' ? null : value;
}

/** Altinn's cast to number; a decimal string, or null. @throws ExpressionError `wrong_type` for booleans and words. */
export function toNumber(value: ExpressionValue): string | null {
  const text = typeof value === 'boolean' ? 'boolean' : toText(value);
  if (text === null) return null;
  if (!numberText.test(text)) throw wrongType('number', value);
  return decimalValue(text.replace(/^\+/, '')).decimal;
}

/** Whether the cast to number gives one. */
export function isNumeric(value: ExpressionValue): boolean {
  return isDecimalValue(value) || (typeof value === 'string' && numberText.test(value));
}

/** Altinn's cast to boolean: true/false and 1/0, also as text; null is false. @throws ExpressionError `wrong_type` otherwise. */
export function toBoolean(value: ExpressionValue): boolean {
  if (value === null || typeof value === 'boolean') return value ?? false;
  const text = toText(value)?.toLowerCase();
  if (text === undefined) return false;
  if (text === 'true' || text === 'false') return text === 'true';
  const number = numberText.test(text) ? toNumber(text) : undefined;
  if (number === '1' || number === '0') return number === '1';
  throw wrongType('boolean', value);
}

function wrongType(wanted: string, value: ExpressionValue): ExpressionError {
  const shown =
    typeof value === 'string'
      ? JSON.stringify(value)
      : isDecimalValue(value ?? '')
        ? toText(value)
        : String(value);
  return new ExpressionError('wrong_type', `Expected ${wanted}, got value ${shown}`);
}
