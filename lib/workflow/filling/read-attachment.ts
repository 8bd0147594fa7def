import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Attachment } from '@/lib/db/generated/client.ts';
import { findCase } from '@/lib/submissions/find-case.ts';
import type { App } from '../app.ts';

/**
 * A file of a case with its bytes, for everybody who has a role in the case.
 * @throws KvittError `not_found` for an unknown or foreign case or file.
 */
export async function readAttachment(
  app: App,
  actor: Actor,
  submissionId: string,
  attachmentId: string,
): Promise<Attachment> {
  await findCase(app.db, actor, submissionId);
  if (!isUuid(attachmentId)) throw notFound('Attachment');
  const found = await app.db.attachment.findFirst({ where: { id: attachmentId, submissionId } });
  if (!found) throw notFound('Attachment');
  return found;
}
