import { openAlarm } from '@/lib/audit/open-alarm.ts';
import { addSeconds } from '@/lib/core/clock.ts';
import { KvittError } from '@/lib/core/errors.ts';
import { log } from '@/lib/core/log.ts';
import { type Currency, minor } from '@/lib/core/money.ts';
import { inTransaction, isLostRace } from '@/lib/db/transaction.ts';
import { type Attempt, readAttempt } from '@/lib/payments/attempt.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { Evidence } from '@/lib/payments/provider.ts';
import { recordEvidence } from '@/lib/payments/record-evidence.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';

/** A hitch of some seconds heals itself; nobody's money is kept longer than this by a fault of ours. */
const patienceSeconds = 300;
/** Between tries meanwhile. */
const againSeconds = 30;

/**
 * The provider has told of money, and putting that into the books together with its case has failed: the case cannot be
 * carried on with it (rule 11). For five minutes it is only tried again. Then the money is put into the books without the
 * case, planned to go back, and the owner alarmed.
 * @param options.now there will be no second telling: the money is set apart at once.
 * @returns the attempt as it is now.
 * @throws the failure, while it is to be tried again, and when it is no matter of money.
 */
export async function setApart(
  app: App,
  { attempt, submissionId }: { attempt: Attempt; submissionId: string },
  evidence: Evidence,
  failure: unknown,
  options: { now?: boolean } = {},
): Promise<Attempt> {
  const isMoney = evidence.state === 'captured' || evidence.state === 'authorized';
  // What failed is another thing than that money came; or somebody else was first, which heals itself.
  if (!isMoney || attempt.capturedMinor > 0n || isLostRace(failure) || failure instanceof KvittError)
    throw failure;
  if (!options.now && !(await isOutOfPatience(app, attempt))) throw failure;
  log.error({ err: failure, attemptId: attempt.id, submissionId }, 'a paid case could not be carried on');
  return giveBack(app, attempt.id, submissionId, evidence);
}

async function isOutOfPatience(app: App, { id, stuckSince }: Attempt): Promise<boolean> {
  const now = app.clock.now();
  if (stuckSince && addSeconds(stuckSince, patienceSeconds) <= now) return true;
  await app.db.paymentAttempt.updateMany({
    where: { id },
    data: { stuckSince: stuckSince ?? now, nextCheckAt: addSeconds(now, againSeconds) },
  });
  return false;
}

async function giveBack(
  app: App,
  attemptId: string,
  submissionId: string,
  evidence: Evidence,
): Promise<Attempt> {
  return inTransaction(app.db, async (tx) => {
    const now = app.clock.now();
    await lockSubmission(tx, submissionId);
    const { attempt, moved } = await recordEvidence(
      tx,
      app.ids,
      await readAttempt(tx, attemptId),
      evidence,
      now,
    );
    if (moved !== 'captured' && moved !== 'authorized') return attempt;
    const kind = moved === 'captured' ? 'refund' : 'cancel';
    const amountMinor = minor(moved === 'captured' ? attempt.capturedMinor : attempt.authorizedMinor);
    await appendEvent(tx, {
      submissionId,
      type: 'payment.stuck',
      data: { attemptId, amountMinor },
      actor: 'system',
      at: now,
    });
    await planOperation(tx, app.ids, attempt, { kind, amountMinor, reason: 'case_stuck' }, now);
    await openAlarm(
      tx,
      app.ids,
      {
        ownerId: attempt.ownerId,
        dedupeKey: `stuck:${attemptId}`,
        kind: 'payment_stuck',
        submissionId,
        attemptId,
        values: { amount: { amountMinor, currency: attempt.currency as Currency } },
        detail: `${amountMinor} ${attempt.currency} (minor units) came for a case that could not be carried on; a ${kind} is on its way`,
      },
      now,
    );
    return attempt;
  });
}
