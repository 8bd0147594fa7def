import { closeAlarm } from '@/lib/audit/open-alarm.ts';
import { recordAct } from '@/lib/audit/record-act.ts';
import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { cleanLine } from '@/lib/forms/clean-text.ts';
import { type ReasonProblem, reasonProblem } from '@/lib/forms/written-reason.ts';
import type { App } from '../app.ts';
import { disputeAlarmKey } from '../paying/record-chargeback.ts';
import { alarmKey } from './compare-settlements.ts';

export type Resolved =
  | { kind: 'resolved' }
  /** Somebody else has, or a comparison did not find it any more. */
  | { kind: 'not_open' }
  | { kind: 'bad_reason'; problem: ReasonProblem };

/**
 * An employee closes a difference that has been looked into, with a reason. It stays closed as long as its facts do; no money
 * is moved by it.
 * @throws KvittError `forbidden` without the role `finance`; `not_found` for unknown differences and other owners' alike.
 */
export async function resolveDifference(
  app: App,
  staff: StaffActor,
  { id, reason: written }: { id: string; reason: string },
): Promise<Resolved> {
  requireRole(staff, 'finance');
  const found = isUuid(id)
    ? await app.db.settlementDifference.findFirst({ where: { id, ownerId: staff.ownerId } })
    : null;
  if (!found) throw notFound('Difference');
  const reason = cleanLine(written);
  const problem = reasonProblem(reason);
  if (problem) return { kind: 'bad_reason', problem };
  return inTransaction(app.db, async (tx): Promise<Resolved> => {
    const now = app.clock.now();
    const { count } = await tx.settlementDifference.updateMany({
      where: { id, ownerId: staff.ownerId, state: 'open' },
      data: { state: 'resolved', endedAt: now, resolvedBy: staff.name, reason },
    });
    if (count === 0) return { kind: 'not_open' };
    const { agreementId, kind, attemptId } = found;
    if (kind === 'chargeback' && attemptId) await closeAlarm(tx, disputeAlarmKey(attemptId), now);
    if ((await tx.settlementDifference.count({ where: { agreementId, state: 'open' } })) === 0)
      await closeAlarm(tx, alarmKey(agreementId), now);
    await recordAct(tx, app, staff, {
      act: 'difference_resolved',
      subject: 'difference',
      subjectId: id,
      detail: { kind },
    });
    return { kind: 'resolved' };
  });
}
