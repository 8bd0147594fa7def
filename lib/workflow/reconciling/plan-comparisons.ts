import { addSeconds } from '@/lib/core/clock.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { enqueue } from '@/lib/db/outbox.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';

/** A comparison that has not ended after so long is started anew. */
const leaseSeconds = 1800;

/** Wakes the comparison of every agreement that is due, once for all workers. @returns how many. */
export async function planComparisons(app: App): Promise<number> {
  const now = app.clock.now();
  return inTransaction(app.db, async (tx) => {
    const due = await tx.settlementTerms.updateManyAndReturn({
      where: { nextRunAt: { lte: now } },
      data: { nextRunAt: addSeconds(now, leaseSeconds) },
      select: { agreementId: true },
    });
    for (const { agreementId } of due) await enqueueComparison(tx, agreementId);
    return due.length;
  });
}

/** What there is to compare has changed: one that is under way is to keep nothing, and another one is to follow. */
export async function outdateComparison(tx: Transaction, agreementId: string): Promise<void> {
  await tx.settlementTerms.update({ where: { agreementId }, data: { runs: { increment: 1 } } });
  await enqueueComparison(tx, agreementId);
}

/** However often it is asked for while it waits, it is one. */
async function enqueueComparison(tx: Transaction, agreementId: string): Promise<void> {
  await enqueue(tx, { task: 'compare-settlements', payload: { agreementId }, key: `compare:${agreementId}` });
}
