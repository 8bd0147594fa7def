import Big from 'big.js';

/** An own constructor, so that nobody else's settings reach ours: 20 decimals in divisions, half away from zero. */
const Exact = Big();
Exact.DP = 20;
Exact.RM = Big.roundHalfUp;

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
  return plain(new Exact(value));
}

export function add(a: string, b: string): string {
  return plain(new Exact(a).plus(b));
}

export function subtract(a: string, b: string): string {
  return plain(new Exact(a).minus(b));
}

export function multiply(a: string, b: string): string {
  return plain(new Exact(a).times(b));
}

/** Quotient with at most 20 decimals. @throws RangeError on division by zero. */
export function divide(a: string, b: string): string {
  if (new Exact(b).eq(0)) throw new RangeError('Division by zero');
  return plain(new Exact(a).div(b));
}

/** −1, 0 or 1. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  return new Exact(a).cmp(b) as -1 | 0 | 1;
}

/** Nearest integer, halves away from zero. @throws RangeError outside the safe integers. */
export function roundHalfUp(value: string): number {
  const rounded = Number(new Exact(value).round(0, Big.roundHalfUp).toFixed(0));
  if (!Number.isSafeInteger(rounded)) throw new RangeError(`Not a safe integer: ${value}`);
  return rounded === 0 ? 0 : rounded;
}

/** A fixed number of decimals, halves away from zero: `('3.225', 2)` → `'3.23'`. */
export function toFixed(value: string, decimals: number): string {
  const fixed = new Exact(value).toFixed(decimals, Big.roundHalfUp);
  return /[1-9]/.test(fixed) ? fixed : fixed.replace('-', '');
}

/** Kroner → øre: `'599.80'` → `59980`. @throws RangeError when it has a fraction of an øre or leaves the safe range. */
export function toMinor(amount: string): number {
  const minor = multiply(amount, '100');
  if (minor.includes('.')) throw new RangeError(`More than two decimals: ${amount}`);
  return roundHalfUp(minor);
}

/** How many decimals are written: `'1.50'` → 2. */
export function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

/** `'1234.50'` → `1 234,50` (nb, nn) or `1,234.50` (en), with the decimals as they are. */
export function formatDecimal(value: string, language: string): string {
  const [group, point] = language === 'en' ? [',', '.'] : ['\u00a0', ','];
  const [whole = '0', fraction] = value.replace(/^-/, '').split('.');
  const grouped =
    whole.length > 4 || fraction !== undefined || language === 'en'
      ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)
      : whole;
  return `${value.startsWith('-') ? '−' : ''}${grouped}${fraction === undefined ? '' : point + fraction}`;
}

function plain(value: Big): string {
  return value.eq(0) ? '0' : value.toFixed();
}
