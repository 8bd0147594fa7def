import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { leftOf } from '@/lib/payments/attempt.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { App } from '../app.ts';

/**
 * Plans that everything a case holds or has taken goes back: open payments and reservations are cancelled, captures
 * refunded with what is left of them, but for what is kept of the one that the case was delivered for. Runs under the submission's lock; the worker carries it out (rule 11).
 */
export async function returnMoney(
  tx: Transaction,
  app: App,
  submissionId: string,
  reason: string,
  keptMinor = 0,
): Promise<void> {
  const attempts = await tx.paymentAttempt.findMany({
    where: {
      order: { submissionId },
      status: { in: ['created', 'pending', 'authorized', 'captured', 'partially_refunded'] },
    },
    include: { allocations: true },
  });
  const now = app.clock.now();
  for (const attempt of attempts) {
    const left = leftOf(attempt);
    const amountMinor = left - (attempt.allocations.length > 0 ? Math.min(left, keptMinor) : 0);
    if (amountMinor > 0)
      await planOperation(tx, app.ids, attempt, { kind: 'refund', amountMinor, reason }, now);
    else if (attempt.capturedMinor === 0n)
      await planOperation(
        tx,
        app.ids,
        attempt,
        { kind: 'cancel', amountMinor: minor(attempt.amountMinor), reason },
        now,
      );
  }
}
