import { openAlarm } from '@/lib/audit/open-alarm.ts';
import { addSeconds } from '@/lib/core/clock.ts';
import { crashPoint } from '@/lib/core/crash-point.ts';
import { log } from '@/lib/core/log.ts';
import type { Currency } from '@/lib/core/money.ts';
import { minor } from '@/lib/core/money.ts';
import type { Order, PaymentAttempt } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { nextCheck } from '@/lib/payments/check-schedule.ts';
import { callLeaseSeconds } from '@/lib/payments/operations.ts';
import type { Evidence, OpenProvider, PaymentRef } from '@/lib/payments/provider.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { applyEvidence } from './apply-evidence.ts';
import { giveUpCreate } from './give-up-create.ts';

export type Verified =
  | { kind: 'asked'; attempt: PaymentAttempt }
  | { kind: 'no_answer'; attempt: PaymentAttempt };

/**
 * Asks the provider how a payment stands and puts the answer into the books. Return, webhook and timer all come here
 * (rule 1): it may be called any number of times, by any number of processes, in any order.
 * The provider is asked outside the transaction; what it said is compared and set inside (rule 10).
 * @param told what an authentic message of a provider that cannot be asked has said.
 */
export async function verifyPayment(app: App, attemptId: string, told?: Evidence): Promise<Verified> {
  const attempt = await app.db.paymentAttempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { agreement: true, order: true },
  });
  const provider = app.openProvider(attempt.agreement);
  if (!provider.fetch && !told && attempt.status !== 'created')
    return { kind: 'asked', attempt: await unasked(app, attempt) };
  const ref = paymentRef(attempt);
  if (!ref && !told)
    return { kind: 'asked', attempt: await checkUnopened(app, attempt, attempt.order.submissionId) };
  const evidence = ref && provider.fetch ? await askProvider(provider, ref) : told;
  if (!evidence) return { kind: 'no_answer', attempt: await postpone(app, attempt) };
  crashPoint('after-fetch');
  const updated = await inTransaction(app.db, async (tx) => {
    const submission = await lockSubmission(tx, attempt.order.submissionId);
    const current = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } });
    await applyEvidence(tx, app, submission, current, evidence);
    crashPoint('before-commit-of-evidence');
    return tx.paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } });
  });
  crashPoint('after-commit-of-evidence');
  return { kind: 'asked', attempt: updated };
}

/** Undefined when no clear answer came; that changes nothing but when we ask again. */
export async function askProvider(provider: OpenProvider, ref: PaymentRef): Promise<Evidence | undefined> {
  try {
    return await provider.fetch?.(ref);
  } catch (error) {
    log.warn(
      { err: error, provider: provider.id, reference: ref.reference },
      'the provider gave no clear answer',
    );
    return undefined;
  }
}

export function paymentRef(attempt: PaymentAttempt): PaymentRef | undefined {
  if (!attempt.providerPaymentId) return undefined;
  return {
    providerPaymentId: attempt.providerPaymentId,
    reference: attempt.reference,
    amountMinor: minor(attempt.amountMinor),
    currency: attempt.currency as Currency,
  };
}

/** From then on the owner knows of a payment that nobody has told about. */
const silentSeconds = 3600;

/**
 * The provider cannot be asked, and nothing has come: the payer may have given up, or its message is lost. An hour of that is
 * for a person to look into (rule 1); the payer can go on at the same payment page meanwhile.
 */
async function unasked(app: App, attempt: PaymentAttempt & { order: Order }): Promise<PaymentAttempt> {
  const now = app.clock.now();
  if (!isActive(attempt.status)) return attempt;
  const waiting = attempt.status === 'authorized';
  const silent = addSeconds(attempt.createdAt, silentSeconds) <= now;
  return inTransaction(app.db, async (tx) => {
    if (silent && !waiting)
      await openAlarm(
        tx,
        app.ids,
        {
          ownerId: attempt.ownerId,
          dedupeKey: `unresolved:${attempt.id}`,
          kind: 'payment_unresolved',
          submissionId: attempt.order.submissionId,
          attemptId: attempt.id,
          values: {
            amount: { amountMinor: minor(attempt.amountMinor), currency: attempt.currency as Currency },
          },
          detail: `Nothing was told of ${attempt.reference}, and its provider cannot be asked`,
        },
        now,
      );
    return tx.paymentAttempt.update({
      where: { id: attempt.id },
      data: { nextCheckAt: silent || waiting ? null : nextCheck(now, attempt.createdAt) },
    });
  });
}

async function postpone(app: App, attempt: PaymentAttempt): Promise<PaymentAttempt> {
  const now = app.clock.now();
  return app.db.paymentAttempt.update({
    where: { id: attempt.id },
    data: {
      unknownSince: attempt.unknownSince ?? now,
      nextCheckAt: nextCheck(now, attempt.createdAt),
      checks: { increment: 1 },
    },
  });
}

/** An attempt without a payment at the provider: its create is under way, or was lost with the process that made it. */
async function checkUnopened(
  app: App,
  attempt: PaymentAttempt,
  submissionId: string,
): Promise<PaymentAttempt> {
  const ageSeconds = (app.clock.now().getTime() - attempt.createdAt.getTime()) / 1000;
  if (attempt.status !== 'created' || ageSeconds < callLeaseSeconds) return attempt;
  return inTransaction(app.db, async (tx) => {
    await lockSubmission(tx, submissionId);
    const current = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: attempt.id } });
    if (current.status === 'created') await giveUpCreate(tx, app, current, submissionId);
    return tx.paymentAttempt.findUniqueOrThrow({ where: { id: attempt.id } });
  });
}
