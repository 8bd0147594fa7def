import { closeAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import { addSeconds } from '@/lib/core/clock.ts';
import { crashPoint } from '@/lib/core/crash-point.ts';
import type { Currency } from '@/lib/core/money.ts';
import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type Attempt, findPayment, type Payment, readAttempt } from '@/lib/payments/attempt.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { nextCheck } from '@/lib/payments/check-schedule.ts';
import { callLeaseSeconds } from '@/lib/payments/operations.ts';
import type { Evidence, ReturnQuery } from '@/lib/payments/provider.ts';
import { recordNothing } from '@/lib/payments/record-evidence.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { nameLate } from './adopt-payment.ts';
import { applyEvidence } from './apply-evidence.ts';
import { askProvider, paymentPromise, paymentRef } from './ask-provider.ts';
import { giveUpCreate } from './give-up-create.ts';
import { lookAgain } from './look-again.ts';
import { setApart } from './set-apart.ts';

export type Verified = { kind: 'asked'; attempt: Attempt } | { kind: 'no_answer'; attempt: Attempt };

/**
 * Asks the provider how a payment stands and puts the answer into the books. Return, webhook and timer all come here
 * (rule 1): it may be called any number of times, by any number of processes, in any order.
 * The provider is asked outside the transaction; what it said is compared and set inside (rule 10).
 */
export async function verifyPayment(app: App, attemptId: string): Promise<Verified> {
  const payment = await findPayment(app.db, attemptId);
  if (!payment) throw new Error(`No payment attempt ${attemptId}`);
  return verify(app, payment);
}

/**
 * The same, of a payment that has just been read.
 * @param heard `told`: what an authentic message of a provider that cannot be asked has said. `name`: what a message calls the
 * payment. `returned`: what the browser has brought back.
 */
export async function verify(
  app: App,
  payment: Payment,
  { told, name, returned }: { told?: Evidence; name?: string; returned?: ReturnQuery } = {},
): Promise<Verified> {
  const { submissionId } = payment;
  const provider = app.openProvider(payment.agreement);
  const isOpened = payment.attempt.status !== 'created';
  if (!provider.fetch && !told && isOpened)
    return { kind: 'asked', attempt: await unasked(app, payment.attempt, submissionId) };
  const isNameless = provider.find && !paymentRef(payment.attempt) && (isOpened || name !== undefined);
  const named = isNameless ? await nameLate(app, provider, payment, name) : payment;
  if (!named) return { kind: 'no_answer', attempt: await postpone(app, payment.attempt) };
  const { attempt } = named;
  const ref = paymentRef(attempt);
  if (!ref && !told && !isNameless)
    return { kind: 'asked', attempt: await checkUnopened(app, attempt, submissionId) };
  const evidence =
    ref && provider.fetch ? await askProvider(provider, ref, returned) : (told ?? unpaid(attempt));
  if (!evidence) return { kind: 'no_answer', attempt: await postpone(app, attempt) };
  crashPoint('after-fetch');
  const unmoved = await recordNothing(app.db, attempt, evidence, app.clock.now());
  if (unmoved) {
    // Money may be held for what is closed, and nobody is going to ask again.
    const unclear = told?.state === 'unknown' && !isActive(attempt.status) && attempt.capturedMinor === 0n;
    if (unclear) await inTransaction(app.db, (tx) => tellUnresolved(tx, app, attempt, submissionId));
    if (told) await lookAgain(app.db, app, attempt.id);
    return { kind: 'asked', attempt: await checkUnopened(app, unmoved, submissionId) };
  }
  const moved = await inTransaction(app.db, 'evidence', async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    const applied = await applyEvidence(tx, app, submission, await readAttempt(tx, attempt.id), evidence);
    if (told) {
      await closeAlarm(tx, `unresolved:${attempt.id}`, app.clock.now());
      await lookAgain(tx, app, attempt.id);
    }
    return applied;
  }).catch((failure: unknown) => setApart(app, { attempt, submissionId }, evidence, failure));
  return { kind: 'asked', attempt: moved };
}

/** Nobody has paid, and whoever has the page still can. */
function unpaid(attempt: Attempt): Evidence {
  return {
    ...paymentPromise(attempt),
    state: 'open',
    authorizedMinor: 0,
    capturedMinor: 0,
    refundedMinor: 0,
    stillPayable: true,
  };
}

/** From then on the owner knows of a payment that nobody has told about. */
const silentSeconds = 3600;

/**
 * The provider cannot be asked, and nothing has come: the payer may have given up, or its message is lost. An hour of that is
 * for a person to look into (rule 1); the payer can go on at the same payment page meanwhile.
 */
async function unasked(app: App, attempt: Attempt, submissionId: string): Promise<Attempt> {
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

function tellUnresolved(tx: Transaction, app: App, attempt: Attempt, submissionId: string): Promise<void> {
  const amount = { amountMinor: minor(attempt.amountMinor), currency: attempt.currency as Currency };
  return openAlarm(
    tx,
    app.ids,
    {
      ownerId: attempt.ownerId,
      dedupeKey: `unresolved:${attempt.id}`,
      kind: 'payment_unresolved',
      submissionId,
      attemptId: attempt.id,
      values: { amount },
      detail: `Nothing was told of ${attempt.reference}, and its provider cannot be asked`,
    },
    app.clock.now(),
  );
}

async function postpone(app: App, attempt: Attempt): Promise<Attempt> {
  const now = app.clock.now();
  const data = { unknownSince: attempt.unknownSince ?? now, nextCheckAt: nextCheck(now, attempt.createdAt) };
  await app.db.paymentAttempt.updateMany({
    where: { id: attempt.id },
    data: { ...data, checks: { increment: 1 } },
  });
  return { ...attempt, ...data };
}

/**
 * An attempt whose create is under way, or was lost with the process that made it; also when a message has told which payment it
 * is, for nobody has been given its page.
 */
async function checkUnopened(app: App, attempt: Attempt, submissionId: string): Promise<Attempt> {
  const ageSeconds = (app.clock.now().getTime() - attempt.createdAt.getTime()) / 1000;
  if (attempt.status !== 'created' || ageSeconds < callLeaseSeconds) return attempt;
  return inTransaction(app.db, async (tx) => {
    await lockSubmission(tx, submissionId);
    const current = await readAttempt(tx, attempt.id);
    return current.status === 'created' ? giveUpCreate(tx, app, current, submissionId) : current;
  });
}
