import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { App } from '../app.ts';

/**
 * Plans that everything a case holds or has taken goes back: open payments and reservations are cancelled, captures
 * refunded with what is left of them. Runs under the submission's lock; the worker carries it out (rule 11).
 */
export async function returnMoney(
  tx: Transaction,
  app: App,
  submissionId: string,
  reason: string,
): Promise<void> {
  const attempts = await tx.paymentAttempt.findMany({
    where: {
      order: { submissionId },
      status: { in: ['created', 'pending', 'authorized', 'captured', 'partially_refunded'] },
    },
  });
  const now = app.clock.now();
  for (const attempt of attempts) {
    const left = minor(attempt.capturedMinor - attempt.refundedMinor);
    if (left > 0)
      await planOperation(tx, app.ids, attempt, { kind: 'refund', amountMinor: left, reason }, now);
    else
      await planOperation(
        tx,
        app.ids,
        attempt,
        { kind: 'cancel', amountMinor: minor(attempt.amountMinor), reason },
        now,
      );
  }
}
