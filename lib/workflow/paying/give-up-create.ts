import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Attempt } from '@/lib/payments/attempt.ts';
import { changeAttempt } from '@/lib/payments/change-attempt.ts';
import { finishOperation, planOperation } from '@/lib/payments/operations.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import type { App } from '../app.ts';

/**
 * An attempt whose create was never answered, also not after a crash: nobody has been given its payment page, so no money
 * can come. Should the provider tell of it later, it is closed there.
 */
export async function giveUpCreate(
  tx: Transaction,
  app: App,
  attempt: Attempt,
  submissionId: string,
): Promise<Attempt> {
  const now = app.clock.now();
  const operation = await tx.paymentOperation.findFirst({ where: { attemptId: attempt.id, kind: 'create' } });
  if (operation) await finishOperation(tx, operation, { status: 'failed', errorCode: 'no_answer' }, now);
  const failed = await changeAttempt(tx, attempt, {
    event: 'refused',
    to: 'failed',
    at: now,
    set: { failure: 'create_unknown', nextCheckAt: null },
  });
  await appendEvent(tx, {
    submissionId,
    type: 'payment.failed',
    data: { attemptId: attempt.id, failure: 'create_unknown' },
    actor: 'system',
    at: now,
  });
  // A message told which payment it is before the record of its creation was lost.
  if (failed.providerPaymentId)
    await planOperation(
      tx,
      app.ids,
      failed,
      { kind: 'cancel', amountMinor: minor(failed.amountMinor), reason: 'create_was_given_up' },
      now,
    );
  return failed;
}
