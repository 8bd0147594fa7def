import type { Ids } from '@/lib/core/ids.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { SignatureRequest } from '@/lib/db/generated/client.ts';

/** Asks a party to sign the content that is frozen now; the place in line is after those that stand. */
export async function requestSignature(
  tx: Transaction,
  ids: Ids,
  request: { submissionId: string; partyId: string; acr: string; contentHash: string },
  now: Date,
): Promise<SignatureRequest> {
  // Still asked for the same content (the payment before it failed and was made again): one question, not two.
  const asked = await tx.signatureRequest.findFirst({
    where: {
      submissionId: request.submissionId,
      partyId: request.partyId,
      contentHash: request.contentHash,
      status: 'pending',
    },
  });
  if (asked) return asked;
  const position = await tx.signatureRequest.count({
    where: { submissionId: request.submissionId, status: { in: ['pending', 'signed'] } },
  });
  return tx.signatureRequest.create({
    data: { id: ids.uuid(), ...request, position, status: 'pending', createdAt: now },
  });
}

/** How many signatures are missing: 1 when nobody has been asked yet. */
export async function signaturesMissing(reader: Reader, submissionId: string): Promise<number> {
  const standing = await reader.signatureRequest.findMany({
    where: { submissionId, status: { in: ['pending', 'signed'] } },
    select: { status: true },
  });
  return standing.length === 0 ? 1 : standing.filter((request) => request.status === 'pending').length;
}

/** A change of the content makes every signature of it void. */
export async function voidSignatures(tx: Transaction, submissionId: string): Promise<void> {
  await tx.signatureRequest.updateMany({
    where: { submissionId, status: { in: ['pending', 'signed'] } },
    data: { status: 'voided' },
  });
}
