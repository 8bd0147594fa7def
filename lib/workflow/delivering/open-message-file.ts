import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import { findMessageAttachment } from '@/lib/messages/find-message.ts';
import { needsLevelOfCase } from '../engine/sign-in-level.ts';

/**
 * A file of a message in the box of the acting party, at the level that the service of its case asks for: the message itself
 * says only that something has come, the file says what.
 * @throws KvittError `not_found` for unknown and foreign ids alike, `step_up_required`.
 */
export async function openMessageFile(
  reader: Reader,
  actor: Actor,
  attachmentId: string,
): ReturnType<typeof findMessageAttachment> {
  const file = await findMessageAttachment(reader, actor, attachmentId);
  if (file.submissionId) await needsLevelOfCase(reader, actor, file.submissionId);
  return file;
}
