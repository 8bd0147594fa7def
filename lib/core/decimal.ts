import type { Language } from './language.ts';
import { writings } from './writing.ts';

/** A decimal as BigInt: a library for exact decimals weighs as much in the browser as half the form's rules. */
interface Exact {
  digits: bigint;
  /** How many of the digits are decimals. */
  scale: number;
}

/** Decimals of a quotient. */
const divisionScale = 20;

/** Spaces that people and Norwegian number formats put between groups of three digits. */
const space = '[ \\u00a0\\u2009\\u202f]';
const written = [
  // 1234,50   1234.50   ,5
  /^(?<whole>\d*)(?:[.,](?<fraction>\d+))?$/,
  // 1 234,50   1 234.50
  new RegExp(`^(?<whole>\\d{1,3}(?:${space}\\d{3})+)(?:[.,](?<fraction>\\d+))?$`),
  // 1.234,50   1,234.50   1.234.567 (one separator alone is the decimal sign)
  /^(?<whole>\d{1,3}(?:\.\d{3})+),(?<fraction>\d+)$/,
  /^(?<whole>\d{1,3}(?:,\d{3})+)\.(?<fraction>\d+)$/,
  /^(?<whole>\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,}))$/,
];

/**
 * What a person wrote → a plain decimal string: `'1 234,50'` → `'1234.50'`, `'−3'` → `'-3'`. Trailing zeros are kept as written.
 * Undefined for anything else: exponents, more than 15 integer digits or 10 decimals, words.
 */
export function parseDecimal(text: string): string | undefined {
  const trimmed = text.trim();
  const negative = /^[-−]/.test(trimmed);
  const digits = negative ? trimmed.slice(1).trimStart() : trimmed;
  for (const form of written) {
    const { whole = '', fraction = '' } = form.exec(digits)?.groups ?? {};
    if (whole === '' && fraction === '') continue;
    const integer = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
    if (integer.length > 15 || fraction.length > 10) return undefined;
    const plain = fraction ? `${integer}.${fraction}` : integer;
    return negative && /[1-9]/.test(plain) ? `-${plain}` : plain;
  }
  return undefined;
}

/** Whether a value is a decimal as this module writes them: no exponent, group or plus sign; at most 15 + 10 digits. */
export function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(value);
}

/** Any finite number or numeric text (exponents too) → a plain decimal without needless zeros. @throws Error when it is none. */
export function toDecimal(value: string | number): string {
  return plain(exact(String(value)));
}

export function add(a: string, b: string): string {
  return plain(sum(exact(a), exact(b)));
}

export function subtract(a: string, b: string): string {
  const { digits, scale } = exact(b);
  return plain(sum(exact(a), { digits: -digits, scale }));
}

export function multiply(a: string, b: string): string {
  const [x, y] = [exact(a), exact(b)];
  return plain({ digits: x.digits * y.digits, scale: x.scale + y.scale });
}

/** Quotient with at most 20 decimals, halves away from zero. @throws RangeError on division by zero. */
export function divide(a: string, b: string): string {
  const [x, y] = [exact(a), exact(b)];
  if (y.digits === 0n) throw new RangeError('Division by zero');
  const numerator = x.digits * 10n ** BigInt(divisionScale + y.scale);
  return plain({ digits: divideHalfUp(numerator, y.digits * 10n ** BigInt(x.scale)), scale: divisionScale });
}

/** −1, 0 or 1. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const [x, y] = [exact(a), exact(b)];
  const scale = Math.max(x.scale, y.scale);
  const [left, right] = [rescale(x, scale).digits, rescale(y, scale).digits];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** Nearest integer, halves away from zero. @throws RangeError outside the safe integers. */
export function roundHalfUp(value: string): number {
  const rounded = Number(rescale(exact(value), 0).digits);
  if (!Number.isSafeInteger(rounded)) throw new RangeError('Not a safe integer');
  return rounded;
}

/** The integer without its decimals, towards zero. @throws RangeError outside the safe integers. */
export function roundDown(value: string): number {
  const { digits, scale } = exact(value);
  const rounded = Number(digits / 10n ** BigInt(scale));
  if (!Number.isSafeInteger(rounded)) throw new RangeError('Not a safe integer');
  return rounded;
}

/** A fixed number of decimals (0 or more), halves away from zero: `('3.225', 2)` → `'3.23'`. */
export function toFixed(value: string, decimals: number): string {
  return writtenOut(rescale(exact(value), decimals));
}

/** Kroner → øre: `'599.80'` → `59980`. @throws RangeError when it has a fraction of an øre or leaves the safe range. */
export function toMinor(amount: string): number {
  const minor = multiply(amount, '100');
  if (minor.includes('.')) throw new RangeError('More than two decimals');
  return roundHalfUp(minor);
}

/** How many decimals are written: `'1.50'` → 2. */
export function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

/** `'1234.50'` → `1 234,50` (nb, nn) or `1,234.50` (en), with the decimals as they are. */
export function formatDecimal(value: string, language: Language): string {
  const { group, point, groupsFour } = writings[language];
  const [whole = '0', fraction] = value.replace(/^-/, '').split('.');
  const grouped =
    whole.length > 4 || fraction !== undefined || groupsFour
      ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)
      : whole;
  return `${value.startsWith('-') ? '−' : ''}${grouped}${fraction === undefined ? '' : point + fraction}`;
}

function exact(text: string): Exact {
  const match = /^(-?)(\d+(?=\.?)|(?=\.\d))(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (!match) throw new Error('Not a decimal');
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${fraction}` || '0');
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

function sum(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { digits: rescale(a, scale).digits + rescale(b, scale).digits, scale };
}

function rescale({ digits, scale }: Exact, wanted: number): Exact {
  const power = 10n ** BigInt(Math.abs(wanted - scale));
  return { digits: wanted >= scale ? digits * power : divideHalfUp(digits, power), scale: wanted };
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  const isHalf = 2n * (rest < 0n ? -rest : rest) >= (denominator < 0n ? -denominator : denominator);
  return isHalf ? quotient + (numerator < 0n === denominator < 0n ? 1n : -1n) : quotient;
}

/** All decimals of the scale written out. */
function writtenOut({ digits, scale }: Exact): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const plainText = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
  return digits < 0n ? `-${plainText}` : plainText;
}

function plain(value: Exact): string {
  const text = writtenOut(value);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
