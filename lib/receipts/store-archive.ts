import { mayHoldPersonalNumber } from '@/lib/core/identifiers/fodselsnummer.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Transaction } from '@/lib/db/client.ts';
import {
  type CopiedArchiveFile,
  isContent,
  type Manifest,
  manifestOf,
  type NewArchiveFile,
} from './archive-file.ts';

export interface NewArchive {
  submissionId: string;
  ownerId: string;
  environment: 'live' | 'test';
  /** Everybody who may open it. */
  partyIds: string[];
  language: string;
  facts: Parameters<typeof manifestOf>[0];
  files: readonly (NewArchiveFile | CopiedArchiveFile)[];
}

/** Stores the immutable copy of a case, once. Gives its manifest, or undefined when there is a copy already. */
export async function storeArchive(
  tx: Transaction,
  archive: NewArchive,
  now: Date,
): Promise<Manifest | undefined> {
  const { facts, files, ...keys } = archive;
  const manifest = manifestOf(facts, files);
  const { reference } = facts;
  const created = await tx.archiveRecord.createMany({
    data: {
      reference,
      ...keys,
      title: facts.serviceTitle,
      manifest: manifest as unknown as object,
      createdAt: now,
    },
    skipDuplicates: true,
  });
  if (created.count === 0) return undefined;
  const sealed = holdsPersonalNumber(files);
  await tx.archiveFile.createMany({
    data: files
      .filter((file) => 'content' in file)
      .map(({ name, kind, contentType, content }) => ({
        reference,
        name,
        contentType,
        sizeBytes: content.length,
        sha256: sha256Hex(content),
        sealed: sealed && isContent({ kind }),
        content,
      })),
  });
  for (const file of files) if ('attachmentId' in file) await copyAttachment(tx, reference, file);
  return manifest;
}

/** Whether what we drew of the answers is sealed (rule 19): a PDF cannot be searched, the answers that it shows can. */
function holdsPersonalNumber(files: readonly (NewArchiveFile | CopiedArchiveFile)[]): boolean {
  return files.some(
    (file) =>
      'content' in file &&
      file.kind === 'answersJson' &&
      mayHoldPersonalNumber(new TextDecoder().decode(file.content)),
  );
}

/** Copied where it lies: fifty attachments are half a gigabyte, which no worker needs to hold. */
async function copyAttachment(tx: Transaction, reference: string, file: CopiedArchiveFile): Promise<void> {
  const copied = await tx.$executeRaw`
    insert into archive_file (reference, name, content_type, size_bytes, sha256, content)
      select ${reference}, ${file.name}, ${file.contentType}, ${file.sizeBytes}::int, ${file.sha256}, content
        from attachment where id = ${file.attachmentId}::uuid`;
  if (copied !== 1) throw new Error('An attachment that is to be archived is not there');
}
