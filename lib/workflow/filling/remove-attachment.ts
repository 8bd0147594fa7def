import { isUuid } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { findToFill } from './find-to-fill.ts';

/**
 * Takes a file away from a draft; one that is gone already is a success without effect.
 * @throws KvittError `not_found` for an unknown or foreign case.
 */
export async function removeAttachment(
  app: App,
  actor: Actor,
  submissionId: string,
  attachmentId: string,
): Promise<'removed' | 'moved_on'> {
  await findToFill(app.db, actor, submissionId);
  return inTransaction(app.db, async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    if (submission.status !== 'draft') return 'moved_on';
    if (!isUuid(attachmentId)) return 'removed';
    const { count } = await tx.attachment.deleteMany({ where: { id: attachmentId, submissionId } });
    if (count) {
      await appendEvent(tx, {
        submissionId,
        type: 'attachment.removed',
        data: { attachmentId },
        actor: `person:${actor.personId}`,
        at: app.clock.now(),
      });
    }
    return 'removed';
  });
}
