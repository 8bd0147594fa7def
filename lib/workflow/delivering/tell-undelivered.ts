import { closeAlarm, type NewAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';

/** What is on its way to archive or message box: the completed case with its receipt, or the credit note of one attempt. */
export type Delivery = { submissionId: string; credits?: string };

/** Tells the owner that something has not arrived. The queue goes on trying. */
export async function tellUndelivered(app: App, delivery: Delivery): Promise<void> {
  const { submissionId, credits } = delivery;
  const { ownerId } = await app.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const alarm: NewAlarm = {
    ownerId,
    dedupeKey: keyOf(delivery),
    kind: 'undelivered',
    submissionId,
    values: { what: credits === undefined ? 'case' : 'credit_note' },
    detail:
      credits === undefined
        ? 'The case is completed, but its archive copy and receipt message could not be made yet'
        : 'The money has gone back, but its credit note could not be delivered yet',
  };
  await inTransaction(app.db, (tx) => openAlarm(tx, app.ids, alarm, app.clock.now()));
}

/** It arrived after all. */
export async function delivered(tx: Transaction, delivery: Delivery, now: Date): Promise<void> {
  await closeAlarm(tx, keyOf(delivery), now);
}

function keyOf({ submissionId, credits }: Delivery): string {
  return ['undelivered', submissionId, credits].filter((part) => part !== undefined).join(':');
}
