import type { Ids } from '@/lib/core/ids.ts';

/** Letters and digits that are not mistaken for each other when read aloud. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A case reference that people can say over the phone, e.g. `KV-7QH2-M4TX-9R`: 50 bits, unique by the database. */
export function newReference(ids: Ids): string {
  const bytes = ids.token(10).match(/../g) ?? [];
  const text = bytes.map((byte) => alphabet[Number.parseInt(byte, 16) % alphabet.length]).join('');
  return `KV-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 10)}`;
}
