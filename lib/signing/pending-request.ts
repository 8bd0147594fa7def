import type { Reader } from '@/lib/db/client.ts';
import type { SignatureRequest } from '@/lib/db/generated/client.ts';

/** The signature that a party is asked for now: the first in line of its own; null when none. */
export function pendingRequest(
  reader: Reader,
  submissionId: string,
  partyId: string,
): Promise<SignatureRequest | null> {
  return reader.signatureRequest.findFirst({
    where: { submissionId, partyId, status: 'pending' },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
}
