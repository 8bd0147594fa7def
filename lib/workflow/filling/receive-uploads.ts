import { log } from '@/lib/core/log.ts';
import type { Actor } from '@/lib/core/party.ts';
import { maxFilesPerCase } from '@/lib/files/file-limits.ts';
import { dropStaged, type StagedFile, stageFile } from '@/lib/files/stage-file.ts';
import type { App } from '../app.ts';
import { findToFill } from './find-to-fill.ts';

/** Where the files of one post wait until the form around them is read whole. */
export interface Uploads {
  /**
   * Receives one file, to its end.
   * @throws KvittError `not_found` for an unknown or foreign case, `step_up_required`, before anything is stored.
   */
  receive(chunks: AsyncIterable<Uint8Array>): Promise<StagedFile>;
  /** Takes away what is left of them, also of one that broke off. Never throws: upkeep takes what stays behind. */
  discard(): Promise<void>;
}

/** The files of a post to a draft. A post without files asks the database nothing. */
export function receiveUploads(app: App, actor: Actor, submissionId: string): Uploads {
  const uploadIds: string[] = [];
  let allowed: Promise<boolean> | undefined;
  const isDraft = async () => (await findToFill(app.db, actor, submissionId)).status === 'draft';
  return {
    async receive(chunks) {
      allowed ??= isDraft();
      // Of a case that has moved on nothing is kept, and the post is answered so.
      if (!(await allowed) || uploadIds.length >= maxFilesPerCase) return refuseUnread(chunks);
      const uploadId = app.ids.uuid();
      uploadIds.push(uploadId);
      return stageFile(app.db, { uploadId, submissionId, now: app.clock.now() }, chunks);
    },
    async discard() {
      await dropStaged(app.db, uploadIds).catch((error: unknown) =>
        log.error({ err: error }, 'uploads were left behind'),
      );
    },
  };
}

async function refuseUnread(chunks: AsyncIterable<Uint8Array>): Promise<StagedFile> {
  for await (const _ of chunks);
  return { kind: 'refused', reason: 'too_many' };
}
