import { recordAct } from '@/lib/audit/record-act.ts';
import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { visibleToOwner } from './list-cases.ts';

export type Begun =
  | { kind: 'begun' }
  /** Somebody had before. */
  | { kind: 'already' }
  /** Not completed (any more): it may have been withdrawn just now. */
  | { kind: 'not_completed' };

/**
 * A case worker begins on a completed case: from then on it cannot be withdrawn, where its service says so. Once.
 * @throws KvittError `not_found` for unknown and foreign ids alike, `forbidden` without the role.
 */
export async function beginHandling(app: App, staff: StaffActor, submissionId: string): Promise<Begun> {
  requireRole(staff, 'case_worker');
  const found = isUuid(submissionId)
    ? await app.db.submission.findFirst({
        where: { id: submissionId, ownerId: staff.ownerId, AND: [visibleToOwner()] },
        select: { id: true },
      })
    : null;
  if (!found) throw notFound('Submission');
  return inTransaction(app.db, async (tx): Promise<Begun> => {
    const { status, handlingBegunAt, reference } = await lockSubmission(tx, submissionId);
    if (handlingBegunAt) return { kind: 'already' };
    if (status !== 'completed') return { kind: 'not_completed' };
    const now = app.clock.now();
    await tx.submission.update({ where: { id: submissionId }, data: { handlingBegunAt: now } });
    await appendEvent(tx, {
      submissionId,
      type: 'case.handling_begun',
      data: { by: staff.name },
      actor: `staff:${staff.staffId}`,
      at: now,
    });
    await recordAct(tx, app, staff, {
      act: 'handling_begun',
      subject: 'submission',
      subjectId: submissionId,
      detail: { reference },
    });
    return { kind: 'begun' };
  });
}
