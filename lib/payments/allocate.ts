import type { Ids } from '@/lib/core/ids.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Attempt } from './attempt.ts';

/** Settles an order by a captured attempt; the same attempt settles it once. */
export async function allocate(tx: Transaction, ids: Ids, attempt: Attempt, now: Date): Promise<void> {
  await tx.allocation.createMany({
    data: {
      id: ids.uuid(),
      orderId: attempt.orderId,
      attemptId: attempt.id,
      kind: 'payment',
      amountMinor: attempt.capturedMinor,
      createdAt: now,
    },
    skipDuplicates: true,
  });
}

/** Takes an attempt's settlement back, when its money goes back in full. */
export async function deallocate(tx: Transaction, attemptId: string): Promise<void> {
  await tx.allocation.deleteMany({ where: { attemptId, kind: 'payment' } });
}
