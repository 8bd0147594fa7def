import { compact } from './modulus.ts';

/** Which control an owner's bank agreement prescribes. */
export type KidAlgorithm = 'MOD10' | 'MOD11';

/**
 * The control character of a KID's payload: MOD10 (Luhn) or MOD11 (weights 2…7 from the right, rest 1 gives `-`).
 * @throws RangeError unless the payload is 1 to 24 digits.
 */
export function kidControl(payload: string, algorithm: KidAlgorithm): string {
  if (!/^\d{1,24}$/.test(payload)) throw new RangeError('A KID payload has 1 to 24 digits');
  const digits = [...payload].reverse().map(Number);
  if (algorithm === 'MOD10') {
    const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? luhn(digit) : digit), 0);
    return String((10 - (sum % 10)) % 10);
  }
  const control =
    (11 - (digits.reduce((total, digit, index) => total + digit * (2 + (index % 6)), 0) % 11)) % 11;
  return control === 10 ? '-' : String(control);
}

/** 2 to 25 characters whose last is the control of the rest; without an algorithm either will do. */
export function isKid(value: string, algorithm?: KidAlgorithm): boolean {
  if (!/^\d{1,24}[\d-]$/.test(value)) return false;
  const algorithms: KidAlgorithm[] = algorithm ? [algorithm] : ['MOD10', 'MOD11'];
  return algorithms.some((each) => kidControl(value.slice(0, -1), each) === value.slice(-1));
}

/** Removes spaces; anything that is no KID's shape is left as it was. */
export function normalizeKid(text: string): string {
  const digits = compact(text);
  return /^\d+-?$/.test(digits) ? digits : text.trim();
}

function luhn(digit: number): number {
  return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
}
