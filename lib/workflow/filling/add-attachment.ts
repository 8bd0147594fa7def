import type { Answers } from '@/lib/core/answers.ts';
import { KvittError } from '@/lib/core/errors.ts';
import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { StagedFile } from '@/lib/files/stage-file.ts';
import { type StoreResult, storeAttachment } from '@/lib/files/store-attachment.ts';
import { instancesOf } from '@/lib/forms/component-tree.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import { formOf } from '@/lib/services/form-of.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { findToFill } from './find-to-fill.ts';

export interface UploadedFile {
  /** Of an upload component that the answers make visible. */
  componentId: string;
  filename: string;
  /** See `receiveUploads`. */
  content: StagedFile;
  /** What was chosen as its kind, where the component asks. */
  tag?: string;
}

/**
 * Attaches a file to a draft.
 * @throws KvittError `not_found` (unknown or foreign case), `bad_request` when the component takes no files now.
 */
export async function addAttachment(
  app: App,
  actor: Actor,
  submissionId: string,
  file: UploadedFile,
): Promise<StoreResult | { kind: 'moved_on' }> {
  await findToFill(app.db, actor, submissionId);
  return inTransaction(app.db, async (tx) => {
    const submission = await lockWithAnswers(tx, submissionId);
    if (submission.status !== 'draft') return { kind: 'moved_on' };
    const form = formOf(await definitionOf(tx, submission), submission);
    const component = visibleForm(form, submission.answers as Answers)
      .pages.flatMap(instancesOf)
      .find((each) => each.id === file.componentId);
    const type = component && fields.get(component.type);
    if (!component || component.readOnly || type?.collects !== 'files') {
      throw new KvittError('bad_request', 'The form takes no file there');
    }
    if (component.options && !component.options.some(({ value }) => value === file.tag))
      return { kind: 'refused', reason: 'no_tag' };
    const tag = component.options ? file.tag : undefined;
    const now = app.clock.now();
    const takes = (count: number) => type.fileErrors(count, component).length === 0;
    const stored = await storeAttachment(tx, app.ids, { ...file, tag, submissionId, takes }, now);
    if (stored.kind === 'stored') {
      const data = { attachmentId: stored.attachmentId, componentId: file.componentId };
      await appendEvent(tx, {
        submissionId,
        type: 'attachment.added',
        data,
        actor: `person:${actor.personId}`,
        at: now,
      });
    }
    return stored;
  });
}
