import { closeAlarm, type NewAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';

/** Tells the owner that a completed case has not reached archive and message box. The queue goes on trying. */
export async function tellUndelivered(app: App, submissionId: string): Promise<void> {
  const { ownerId } = await app.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const alarm: NewAlarm = {
    ownerId,
    dedupeKey: keyOf(submissionId),
    kind: 'undelivered',
    submissionId,
    values: {},
    detail: 'The case is completed, but its archive copy and receipt message could not be made yet',
  };
  await inTransaction(app.db, (tx) => openAlarm(tx, app.ids, alarm, app.clock.now()));
}

/** It reached them after all. */
export async function delivered(tx: Transaction, submissionId: string, now: Date): Promise<void> {
  await closeAlarm(tx, keyOf(submissionId), now);
}

function keyOf(submissionId: string): string {
  return `undelivered:${submissionId}`;
}
