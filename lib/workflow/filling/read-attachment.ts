import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import { type AttachmentInfo, findAttachment, streamAttachment } from '@/lib/files/attachments.ts';
import type { App } from '../app.ts';
import { openCase } from '../engine/open-case.ts';

/**
 * A file of a case, with its bytes to be streamed, for everybody who has a role in the case.
 * @throws KvittError `not_found` for an unknown or foreign case or file, `step_up_required`.
 */
export async function readAttachment(
  app: App,
  actor: Actor,
  submissionId: string,
  attachmentId: string,
): Promise<AttachmentInfo & { body: ReadableStream<Uint8Array> }> {
  await openCase(app.db, actor, submissionId);
  if (!isUuid(attachmentId)) throw notFound('Attachment');
  const found = await findAttachment(app.db, submissionId, attachmentId);
  if (!found) throw notFound('Attachment');
  return { ...found, body: streamAttachment(app.db, found) };
}
