import { compact, mod11 } from './modulus.ts';

const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/** Nine digits with MOD11 control (Brønnøysundregistrene, «Organisasjonsnummeret»). */
export function isOrganisasjonsnummer(value: string): boolean {
  return /^\d{9}$/.test(value) && mod11(value, weights) === Number(value[8]);
}

/** `987 654 321` → `987654321`; anything else is left as it was. */
export function normalizeOrganisasjonsnummer(text: string): string {
  const digits = compact(text);
  return /^\d{9}$/.test(digits) ? digits : text.trim();
}

/** `987654321` → `987 654 321`. */
export function formatOrganisasjonsnummer(value: string): string {
  return value.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3');
}
