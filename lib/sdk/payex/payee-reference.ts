import { PayexUsageError } from './errors.ts';

/**
 * A payee reference made out of a key of yours: the same key gives the same reference, another key another one. Make
 * the key when you write the intent down, one per operation, and every repeat of that intent is the same operation.
 *
 * - `alphanumeric` (default): 30 letters and digits, for settlement by the provider (option A). It does not collide.
 * - `digits`: 12 digits, for settlement by the merchant (option B), whose acquirer takes nothing else. Two keys can
 *   meet (among a million of them two do in four cases of ten); the provider refuses the second: take a new key then.
 */
export async function payeeReference(
  key: string,
  format: 'alphanumeric' | 'digits' = 'alphanumeric',
): Promise<string> {
  if (key === '') throw new PayexUsageError('the key of a payee reference is empty', 'payeeReference');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  const number = BigInt(
    `0x${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
  );
  if (format === 'digits') return (number % 10n ** 12n).toString().padStart(12, '0');
  // 30 places of base 36: 155 of the 256 bits.
  return (number % 36n ** 30n).toString(36).padStart(30, '0').toUpperCase();
}
