import { openAlarm } from '@/lib/audit/open-alarm.ts';
import { addSeconds } from '@/lib/core/clock.ts';
import type { Currency } from '@/lib/core/money.ts';
import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Attempt } from '@/lib/payments/attempt.ts';
import { nextCheck } from '@/lib/payments/check-schedule.ts';
import type { App } from '../app.ts';

/** From then on the owner knows of a payment that nobody has told about. */
const silentSeconds = 3600;

/**
 * The provider cannot be asked, and nothing has come: the payer may have given up, or its message is lost. An hour of that is
 * for a person to look into (rule 1); the payer can go on at the same payment page meanwhile.
 */
export async function checkUntold(app: App, attempt: Attempt, submissionId: string): Promise<Attempt> {
  const now = app.clock.now();
  const waits = attempt.status === 'pending' && !attempt.problem;
  if (!waits && attempt.nextCheckAt === null) return attempt;
  const silent = waits && addSeconds(attempt.createdAt, silentSeconds) <= now;
  const nextCheckAt = waits && !silent ? nextCheck(now, attempt.createdAt) : null;
  await inTransaction(app.db, async (tx) => {
    if (silent) await tellUnresolved(tx, app, attempt, submissionId);
    const { id } = attempt;
    // One that was stored since is taken up in its time.
    const isLeft = (await tx.providerMessage.count({ where: { attemptId: id, handledAt: null } })) > 0;
    if (isLeft && nextCheckAt === null) return;
    await tx.paymentAttempt.updateMany({
      where: { id, nextCheckAt: attempt.nextCheckAt },
      data: { nextCheckAt },
    });
  });
  return { ...attempt, nextCheckAt };
}

/** The alarm about a payment that nobody can say how it stands. */
export const unresolvedKey = (attemptId: string) => `unresolved:${attemptId}`;

/** Tells the owner of it, once. */
export function tellUnresolved(
  tx: Transaction,
  app: App,
  attempt: Attempt,
  submissionId: string,
): Promise<void> {
  const amount = { amountMinor: minor(attempt.amountMinor), currency: attempt.currency as Currency };
  return openAlarm(
    tx,
    app.ids,
    {
      ownerId: attempt.ownerId,
      dedupeKey: unresolvedKey(attempt.id),
      kind: 'payment_unresolved',
      submissionId,
      attemptId: attempt.id,
      values: { amount },
      detail: `Nothing clear was told of ${attempt.reference}, and its provider cannot be asked`,
    },
    app.clock.now(),
  );
}
