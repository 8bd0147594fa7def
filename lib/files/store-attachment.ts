import type { Ids } from '@/lib/core/ids.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { maxFileBytes, maxFilesPerCase } from './file-limits.ts';
import { safeFilename } from './safe-filename.ts';
import { sniffFile } from './sniff-file.ts';

export interface NewAttachment {
  submissionId: string;
  componentId: string;
  /** As the browser gave it. */
  filename: string;
  content: Uint8Array;
  /** What the file is, where its component asks. */
  tag?: string;
  /** Whether the component takes this many files in all. */
  takes(count: number): boolean;
}

/** Why a file was not taken; the texts `form.fileRefused_<reason>` say it. */
export type FileRefusal = 'empty' | 'too_large' | 'wrong_type' | 'too_many' | 'no_tag';

export type StoreResult = { kind: 'stored'; attachmentId: string } | { kind: 'refused'; reason: FileRefusal };

/**
 * Stores a file of a draft. The caller holds the submission's lock, so that the counts hold. The same content twice in one
 * component is one file: a double click uploads nothing more, and the tag that came last is the file's.
 */
export async function storeAttachment(
  tx: Transaction,
  ids: Ids,
  file: NewAttachment,
  now: Date,
): Promise<StoreResult> {
  const kind = sniffFile(file.content);
  if (file.content.length === 0) return refused('empty');
  if (file.content.length > maxFileBytes) return refused('too_large');
  if (!kind) return refused('wrong_type');
  const { submissionId, componentId, tag = null } = file;
  const sha256 = sha256Hex(file.content);
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
  if (!file.takes(ofComponent + 1) || ofCase >= maxFilesPerCase) return refused('too_many');
  const { id } = await tx.attachment.create({
    data: {
      id: ids.uuid(),
      submissionId,
      componentId,
      filename: safeFilename(file.filename, kind),
      tag,
      contentType: kind.contentType,
      sizeBytes: file.content.length,
      sha256,
      content: Uint8Array.from(file.content),
      createdAt: now,
    },
    select: { id: true },
  });
  return { kind: 'stored', attachmentId: id };
}

function refused(reason: FileRefusal): StoreResult {
  return { kind: 'refused', reason };
}
