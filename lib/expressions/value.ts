import { toDecimal } from '@/lib/core/decimal.ts';
import { ExpressionError } from './expression-error.ts';

/** A number, exact: Altinn's numbers are floats, ours pay fees. */
export interface DecimalValue {
  readonly decimal: string;
}

export type ExpressionValue = string | boolean | null | DecimalValue;

/** More digits than any fee needs; stops repeated multiplication from growing without end. */
const maxDigits = 60;
/** Written with zeros, as exponents and sums of long fractions may be. */
const maxWritten = 400;
export const maxTextLength = 100_000;
const numberText = /^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;

export function isDecimalValue(value: ExpressionValue): value is DecimalValue {
  return typeof value === 'object' && value !== null;
}

/**
 * A finite number, or text of one, as a value.
 * @throws ExpressionError `too_complex` when it has too many digits, `wrong_type` when it is no number.
 */
export function decimalValue(value: string | number): DecimalValue {
  const text = String(value);
  const exponent = Number(/e(.*)$/i.exec(text.slice(0, maxWritten))?.[1] ?? 0);
  if (!numberText.test(text)) throw wrongType('number', text);
  if (text.length > maxWritten || Math.abs(exponent) > maxWritten) throw tooManyDigits();
  const decimal = toDecimal(text.replace(/^\+/, ''));
  if (decimal.length > maxDigits) throw tooManyDigits();
  return { decimal };
}

/** Altinn's cast to string: numbers and booleans as written, the word «null» in any case is null. */
export function toText(value: ExpressionValue): string | null {
  if (value === null) return null;
  if (isDecimalValue(value)) return value.decimal;
  if (typeof value === 'boolean') return String(value);
  return value.length === 4 && /^null$/i.test(value) ? null : value;
}

/** Altinn's cast to number; a decimal string, or null. @throws ExpressionError `wrong_type` for booleans and words. */
export function toNumber(value: ExpressionValue): string | null {
  if (isDecimalValue(value)) return value.decimal;
  const text = toText(value);
  if (text === null) return null;
  if (typeof value === 'boolean' || !numberText.test(text)) throw wrongType('number', value);
  return decimalValue(text).decimal;
}

/** Whether the cast to number gives one. */
export function isNumeric(value: ExpressionValue): boolean {
  return isDecimalValue(value) || (typeof value === 'string' && numberText.test(value));
}

/** Altinn's cast to boolean: true/false and 1/0, also as text; null is false. @throws ExpressionError `wrong_type` otherwise. */
export function toBoolean(value: ExpressionValue): boolean {
  if (value === null || typeof value === 'boolean') return value ?? false;
  const text = toText(value);
  if (text === null) return false;
  if (/^(true|false)$/i.test(text)) return /^t/i.test(text);
  const number = numberText.test(text) ? toNumber(text) : undefined;
  if (number === '1' || number === '0') return number === '1';
  throw wrongType('boolean', value);
}

/** Texts after one another. @throws ExpressionError `too_complex` before the whole grows out of bounds. */
export function boundedText(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length > maxTextLength) throw new ExpressionError('too_complex', 'The text is too long');
  }
  return text;
}

/** What Altinn says when a value cannot be used as what it is needed for. */
export function wrongType(wanted: string, value: ExpressionValue): ExpressionError {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 100)) : (toText(value) ?? 'null');
  return new ExpressionError('wrong_type', `Expected ${wanted}, got value ${shown}`);
}

function tooManyDigits(): ExpressionError {
  return new ExpressionError('too_complex', 'The number has too many digits');
}
