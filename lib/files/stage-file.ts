import { createHash } from 'node:crypto';
import type { Database } from '@/lib/db/client.ts';
import { EdgeKeeper } from './file-edges.ts';
import type { FileKind } from './file-kind.ts';
import { maxFileBytes } from './file-limits.ts';
import { mayBecomeFile, sniffFile } from './sniff-file.ts';

/** Why a file was not taken; the texts `form.fileRefused_<reason>` say it. */
export const fileRefusals = ['empty', 'too_large', 'wrong_type', 'too_many', 'no_tag'] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** A file that was received: its bytes wait in `upload_slice`, or it is refused and none of it is kept. */
export type StagedFile =
  | { kind: 'staged'; uploadId: string; fileKind: FileKind; sizeBytes: number; sha256: string }
  | { kind: 'refused'; reason: FileRefusal };

const sliceBytes = 512 * 1024;

/** Where a file's bytes wait. `uploadId` is the caller's, so that it can take away what came of a file that broke off. */
export interface Staging {
  uploadId: string;
  submissionId: string;
  now: Date;
}

/**
 * Receives a file as it comes, holding one slice of it at a time. The caller has checked that its sender may add files to the
 * case. Reads to the end also what it refuses, as the form goes on after it.
 */
export async function stageFile(
  db: Database,
  staging: Staging,
  chunks: AsyncIterable<Uint8Array>,
): Promise<StagedFile> {
  const edges = new EdgeKeeper();
  const hash = createHash('sha256');
  const slices = new SliceWriter(db, staging);
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxFileBytes) continue;
    edges.add(chunk);
    hash.update(chunk);
    // The longest beginning of a kind is eight bytes.
    if (sizeBytes < 8 || mayBecomeFile(edges.head)) await slices.add(chunk);
  }
  const refusal = sizeBytes === 0 ? 'empty' : sizeBytes > maxFileBytes ? 'too_large' : undefined;
  const fileKind = refusal ? undefined : sniffFile(edges.edges());
  if (!fileKind) return { kind: 'refused', reason: refusal ?? 'wrong_type' };
  await slices.flush();
  return { kind: 'staged', uploadId: staging.uploadId, fileKind, sizeBytes, sha256: hash.digest('hex') };
}

/** Takes away what was staged; what became an attachment has its own copy. */
export async function dropStaged(db: Database, uploadIds: readonly string[]): Promise<void> {
  if (uploadIds.length) await db.uploadSlice.deleteMany({ where: { uploadId: { in: [...uploadIds] } } });
}

class SliceWriter {
  #chunks: Uint8Array[] = [];
  #length = 0;
  #seq = 0;

  constructor(
    private readonly db: Database,
    private readonly staging: Staging,
  ) {}

  async add(chunk: Uint8Array): Promise<void> {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length >= sliceBytes) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#length === 0) return;
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#length = 0;
    const { uploadId, submissionId, now: createdAt } = this.staging;
    await this.db.uploadSlice.create({
      data: { uploadId, submissionId, createdAt, seq: this.#seq++, bytes },
      select: { seq: true },
    });
  }
}
