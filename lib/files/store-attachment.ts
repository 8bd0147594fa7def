import type { Ids } from '@/lib/core/ids.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { maxFilesPerCase } from './file-limits.ts';
import { safeFilename } from './safe-filename.ts';
import type { FileRefusal, StagedFile } from './stage-file.ts';

export interface NewAttachment {
  submissionId: string;
  componentId: string;
  /** As the browser gave it. */
  filename: string;
  /** As it was received for this case. */
  content: StagedFile;
  /** What the file is, where its component asks. */
  tag?: string;
  /** Whether the component takes this many files in all. */
  takes(count: number): boolean;
}

export type StoreResult = { kind: 'stored'; attachmentId: string } | { kind: 'refused'; reason: FileRefusal };

/**
 * Stores a file of a draft. The caller holds the submission's lock, so that the counts hold. The same content twice in one
 * component is one file: a double click uploads nothing more, and the tag that came last is the file's. What was staged stays
 * so; see `dropStaged`.
 */
export async function storeAttachment(
  tx: Transaction,
  ids: Ids,
  file: NewAttachment,
  now: Date,
): Promise<StoreResult> {
  if (file.content.kind === 'refused') return file.content;
  const { submissionId, componentId, tag = null } = file;
  const { fileKind, sizeBytes, sha256 } = file.content;
  const twin = await tx.attachment.findFirst({
    where: { submissionId, componentId, sha256 },
    select: { id: true, tag: true },
  });
  if (twin) {
    if (twin.tag !== tag)
      await tx.attachment.update({ where: { id: twin.id }, data: { tag }, select: { id: true } });
    return { kind: 'stored', attachmentId: twin.id };
  }
  const [ofComponent, ofCase] = [
    await tx.attachment.count({ where: { submissionId, componentId } }),
    await tx.attachment.count({ where: { submissionId } }),
  ];
  if (!file.takes(ofComponent + 1) || ofCase >= maxFilesPerCase)
    return { kind: 'refused', reason: 'too_many' };
  const { id } = await tx.attachment.create({
    data: {
      id: ids.uuid(),
      submissionId,
      componentId,
      filename: safeFilename(file.filename, fileKind),
      tag,
      contentType: fileKind.contentType,
      sizeBytes,
      sha256,
      content: new Uint8Array(),
      createdAt: now,
    },
    select: { id: true },
  });
  await fill(tx, id, file.content.uploadId);
  return { kind: 'stored', attachmentId: id };
}

/** Joined in the database: the bytes need not travel again. */
async function fill(tx: Transaction, attachmentId: string, uploadId: string): Promise<void> {
  const filled = await tx.$executeRaw`
    update attachment a set content = upload.content
      from (select submission_id, string_agg(bytes, ''::bytea order by seq) as content from upload_slice
        where upload_id = ${uploadId}::uuid group by submission_id) upload
      where a.id = ${attachmentId}::uuid and a.submission_id = upload.submission_id
        and a.size_bytes = length(upload.content)`;
  if (filled !== 1) throw new Error('What was uploaded is not there any more');
}
