import { compact, mod11 } from './modulus.ts';

const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** A Norwegian account number: eleven digits with MOD11 control; where digits 5 and 6 are 00 the control covers the last part alone. */
export function isKontonummer(value: string): boolean {
  if (!/^\d{11}$/.test(value)) return false;
  const control = Number(value[10]);
  if (mod11(value, weights) === control) return true;
  return value.slice(4, 6) === '00' && mod11(value.slice(6), weights.slice(6)) === control;
}

/** `1234.56.78903` → `12345678903`; anything else is left as it was. */
export function normalizeKontonummer(text: string): string {
  const digits = compact(text);
  return /^\d{11}$/.test(digits) ? digits : text.trim();
}

/** `12345678903` → `1234 56 78903`. */
export function formatKontonummer(value: string): string {
  return value.replace(/^(\d{4})(\d{2})(\d{5})$/, '$1\u00a0$2\u00a0$3');
}
