import { alarmHandlers, isAlarmKind, mendsItself } from '@/lib/audit/alarm-kinds.ts';
import { isOpen, readAlarm } from '@/lib/audit/list-alarms.ts';
import { recordAct } from '@/lib/audit/record-act.ts';
import { log } from '@/lib/core/log.ts';
import { hasRole, requireRole, type StaffActor, type StaffRole, staffRoles } from '@/lib/core/staff-actor.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Alarm } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { cleanLine } from '@/lib/forms/clean-text.ts';
import { type ReasonProblem, reasonProblem } from '@/lib/forms/written-reason.ts';
import { giveUpOperation, operationOfAlarm } from '@/lib/payments/give-up-operation.ts';
import type { App } from '../app.ts';
import { verifyPayment } from '../paying/verify-payment.ts';

export type HandledAlarm =
  | { kind: 'handled' }
  /** Somebody else has handled it, or it has mended itself. */
  | { kind: 'not_open' }
  /** The refund that it is about is being tried right now. */
  | { kind: 'under_way' }
  | { kind: 'bad_reason'; problem: ReasonProblem };

/**
 * An employee says that an alarm has been seen to, and how. Nobody is reminded of it any more; it stays in the list of past
 * alarms. A refund that it is about is not tried again: the person may have paid the money back in another way. How the
 * payment stands at its provider is asked once more, for the same reason.
 * @throws KvittError `forbidden` without a role that handles its kind; `not_found` for unknown alarms and other owners' alike.
 */
export async function handleAlarm(
  app: App,
  staff: StaffActor,
  { id, reason: written }: { id: string; reason: string },
): Promise<HandledAlarm> {
  const found = await readAlarm(app.db, staff, id);
  requireRole(staff, ...handlersOf(found.kind));
  const reason = cleanLine(written);
  const problem = reasonProblem(reason);
  if (problem) return { kind: 'bad_reason', problem };
  const result = await inTransaction(app.db, (tx) => handle(tx, app, staff, found, reason));
  if (result.stopped && found.attemptId) await askOnce(app, found.attemptId);
  return { kind: result.kind };
}

export function mayHandle(staff: StaffActor, { kind }: Pick<Alarm, 'kind'>): boolean {
  return hasRole(staff, ...handlersOf(kind));
}

/** Whether it is about a refund that is tried again and again, which then stops. */
export function stopsRefund({ values }: Pick<Alarm, 'values'>): boolean {
  return values !== null && typeof values === 'object' && 'action' in values && values.action === 'refund';
}

/** A kind that is not known any more may be handled by everybody: else it would be told of for ever. */
export function handlersOf(kind: string): readonly StaffRole[] {
  return isAlarmKind(kind) ? alarmHandlers[kind] : staffRoles;
}

async function handle(
  tx: Transaction,
  app: App,
  staff: StaffActor,
  { id, kind, ownerId, dedupeKey }: Alarm,
  reason: string,
): Promise<{ kind: 'handled' | 'not_open' | 'under_way'; stopped?: boolean }> {
  const now = app.clock.now();
  const { count } = await tx.alarm.updateMany({
    where: { id, ownerId, ...isOpen },
    data: { handledAt: now, handledBy: staff.name, handling: reason },
  });
  if (count === 0) return { kind: 'not_open' };
  const operationId = operationOfAlarm(dedupeKey);
  const given = operationId ? await giveUpOperation(tx, operationId, now) : 'none';
  if (given === 'under_way') {
    await tx.alarm.update({ where: { id }, data: { handledAt: null, handledBy: null, handling: null } });
    return { kind: 'under_way' };
  }
  const stopped = given === 'given_up';
  // Nothing else will ever close it.
  if (stopped || !mendsItself(kind)) await tx.alarm.update({ where: { id }, data: { closedAt: now } });
  await recordAct(tx, app, staff, {
    act: 'alarm_handled',
    subject: 'alarm',
    subjectId: id,
    detail: { kind, stopped },
  });
  return { kind: 'handled', stopped };
}

async function askOnce(app: App, attemptId: string): Promise<void> {
  await verifyPayment(app, attemptId).catch((error: unknown) =>
    log.warn({ err: error, attemptId }, 'a handled payment could not be asked about'),
  );
}
