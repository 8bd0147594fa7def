import type { Ids } from '@/lib/core/ids.ts';
import { log } from '@/lib/core/log.ts';
import type { Transaction } from '@/lib/db/client.ts';

export interface NewAlarm {
  ownerId: string;
  /** One open alarm per thing that is wrong. */
  dedupeKey: string;
  kind: string;
  detail: string;
  submissionId?: string;
  attemptId?: string;
}

/** Tells a service owner, and the log, that something needs a person. The same thing alarms once, until it is closed. */
export async function openAlarm(tx: Transaction, ids: Ids, alarm: NewAlarm, now: Date): Promise<void> {
  const created = await tx.alarm.createMany({
    data: { id: ids.uuid(), ...alarm, openedAt: now },
    skipDuplicates: true,
  });
  if (created.count)
    log.error(
      { alarm: alarm.kind, submissionId: alarm.submissionId, attemptId: alarm.attemptId },
      alarm.detail,
    );
}

export async function closeAlarm(tx: Transaction, dedupeKey: string, now: Date): Promise<void> {
  await tx.alarm.updateMany({ where: { dedupeKey, closedAt: null }, data: { closedAt: now } });
}
