import type { Ids } from '@/lib/core/ids.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { enqueue } from '@/lib/db/outbox.ts';

/** Puts one e-mail for each address that the owner has set into the outbox, in the transaction that opens the alarm. */
export async function planAlarmMails(
  tx: Transaction,
  ids: Ids,
  alarm: { id: string; ownerId: string },
  now: Date,
): Promise<void> {
  const receivers = await tx.alarmReceiver.findMany({
    where: { ownerId: alarm.ownerId },
    select: { id: true },
  });
  for (const { id: receiverId } of receivers)
    await planMail(
      tx,
      ids,
      { dedupeKey: `alarm:${alarm.id}:${receiverId}`, alarmId: alarm.id, receiverId },
      now,
    );
}

/**
 * Puts one e-mail about alarms into the outbox, unless it has been there.
 * @param mail without `alarmId` it tells of all that are open when it is sent.
 */
export async function planMail(
  tx: Transaction,
  ids: Ids,
  mail: { dedupeKey: string; receiverId: string; alarmId?: string },
  now: Date,
): Promise<void> {
  const id = ids.uuid();
  const { count } = await tx.notification.createMany({
    data: { id, ...mail, status: 'waiting', createdAt: now },
    skipDuplicates: true,
  });
  if (count === 0) return;
  await enqueue(tx, { task: 'send-alarm-mail', payload: { notificationId: id }, key: `notification:${id}` });
}
