import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import { type FoundReceipt, findReceipt } from '@/lib/receipts/find-receipt.ts';
import { needsLevelOfCase } from '../engine/sign-in-level.ts';

/**
 * A receipt or credit note of a case that the acting party has a role in, at the level that the case's service asks for.
 * @throws KvittError `not_found` for unknown and foreign ids alike, `step_up_required`.
 */
export async function openReceipt(reader: Reader, actor: Actor, receiptId: string): Promise<FoundReceipt> {
  const receipt = await findReceipt(reader, actor, receiptId);
  await needsLevelOfCase(reader, actor, receipt.submissionId);
  return receipt;
}
