import { closeAlarm } from '@/lib/audit/open-alarm.ts';
import { recordAct } from '@/lib/audit/record-act.ts';
import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type ReasonProblem, readReason } from '@/lib/forms/written-reason.ts';
import type { App } from '../app.ts';
import { alarmKey } from './compare-settlements.ts';

/** Characters. */
export const resolutionLength = { min: 3, max: 300 } as const;

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
  const read = readReason(written, resolutionLength);
  if (read.problem) return { kind: 'bad_reason', problem: read.problem };
  const { reason } = read;
  return inTransaction(app.db, async (tx): Promise<Resolved> => {
    const now = app.clock.now();
    const { count } = await tx.settlementDifference.updateMany({
      where: { id, ownerId: staff.ownerId, state: 'open' },
      data: { state: 'resolved', endedAt: now, resolvedBy: staff.name, reason },
    });
    if (count === 0) return { kind: 'not_open' };
    const { agreementId, kind } = found;
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
