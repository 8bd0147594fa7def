import type { Transaction } from '@/lib/db/client.ts';

/** What such a refund's `error_code` says: the watchdog does not plan it anew. */
export const handledByStaff = 'handled_by_staff';

/** The alarm about one operation. */
export const operationAlarmKey = (operationId: string): string => `operation:${operationId}`;

/** The operation that an alarm is about; undefined when it is about something else. */
export function operationOfAlarm(dedupeKey: string): string | undefined {
  return dedupeKey.startsWith(operationAlarmKey(''))
    ? dedupeKey.slice(operationAlarmKey('').length)
    : undefined;
}

/**
 * A refund that keeps failing is not tried again, because a person has seen to it; one that was accepted and came to nothing
 * counts as failed. Other operations go on: a case waits for them.
 * @returns `none` when there is no refund with this id; `under_way` while somebody is asking the provider for it.
 */
export async function giveUpOperation(
  tx: Transaction,
  id: string,
  now: Date,
): Promise<'given_up' | 'under_way' | 'none'> {
  const refund = { id, kind: 'refund' as const };
  const { count } = await tx.paymentOperation.updateMany({
    where: {
      ...refund,
      OR: [{ status: { in: ['intent', 'unknown', 'done'] } }, { status: 'sent', nextTryAt: { lte: now } }],
    },
    data: { status: 'failed', errorCode: handledByStaff, finishedAt: now, nextTryAt: null },
  });
  if (count > 0) return 'given_up';
  return (await tx.paymentOperation.count({ where: { ...refund, status: 'sent' } })) > 0
    ? 'under_way'
    : 'none';
}
