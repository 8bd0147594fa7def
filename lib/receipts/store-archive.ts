import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { type Manifest, manifestOf, type NewArchiveFile } from './archive-file.ts';

export interface NewArchive {
  submissionId: string;
  ownerId: string;
  environment: 'live' | 'test';
  /** Everybody who may open it. */
  partyIds: string[];
  language: string;
  facts: Parameters<typeof manifestOf>[0];
  files: readonly NewArchiveFile[];
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
  await tx.archiveFile.createMany({
    data: files.map(({ name, contentType, content }) => ({
      reference,
      name,
      contentType,
      sizeBytes: content.length,
      sha256: sha256Hex(content),
      content,
    })),
  });
  return manifest;
}
