import { DibsUsageError } from './errors.ts';

/** An option that counts something; throws DibsUsageError. */
export function checkCount(value: number, name: string, min: number): number {
  if (!Number.isSafeInteger(value) || value < min || value > 2_147_483_647) {
    throw new DibsUsageError(`${name} must be an integer, at least ${min}`, 'client');
  }
  return value;
}
