import { type Attempt, findPayment, type Payment } from '@/lib/payments/attempt.ts';
import { nextCheck } from '@/lib/payments/check-schedule.ts';
import type { Evidence, ReturnQuery } from '@/lib/payments/provider.ts';
import type { App } from '../app.ts';
import { nameLate } from './adopt-payment.ts';
import { askProvider, paymentPromise, paymentRef } from './ask-provider.ts';
import { takeEvidence } from './take-evidence.ts';
import { checkUnopened } from './unopened-payment.ts';
import { checkUntold } from './untold-payment.ts';

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
 * What has come to us of a payment.
 * `told`: what an authentic message of a provider that cannot be asked has said. `name`: what a message calls the payment.
 * `returned`: what the browser has brought back.
 */
type Heard = { told?: Evidence; name?: string; returned?: ReturnQuery };

/** The same, of a payment that has just been read. */
export async function verify(app: App, payment: Payment, heard: Heard = {}): Promise<Verified> {
  const learned = await learn(app, payment, heard);
  if (!('evidence' in learned)) return learned;
  const { attempt, evidence } = learned;
  const { submissionId } = payment;
  const wasTold = heard.told !== undefined;
  return { kind: 'asked', attempt: await takeEvidence(app, { attempt, submissionId }, evidence, wasTold) };
}

/** How the payment stands as its provider has it; or that there is nothing to learn, which is then recorded. */
async function learn(
  app: App,
  payment: Payment,
  { told, name, returned }: Heard,
): Promise<{ attempt: Attempt; evidence: Evidence } | Verified> {
  const { submissionId } = payment;
  const provider = app.openProvider(payment.agreement);
  const isOpened = payment.attempt.status !== 'created';
  if (!provider.fetch && !told && isOpened)
    return { kind: 'asked', attempt: await checkUntold(app, payment.attempt, submissionId) };
  const isNameless = provider.find && !paymentRef(payment.attempt) && (isOpened || name !== undefined);
  const named = isNameless ? await nameLate(app, provider, payment, name) : payment;
  if (!named) return { kind: 'no_answer', attempt: await postpone(app, payment.attempt) };
  const { attempt } = named;
  const ref = paymentRef(attempt);
  if (!ref && !told && !isNameless)
    return { kind: 'asked', attempt: await checkUnopened(app, attempt, submissionId) };
  const evidence =
    ref && provider.fetch ? await askProvider(provider, ref, returned) : (told ?? unpaid(attempt));
  return evidence ? { attempt, evidence } : { kind: 'no_answer', attempt: await postpone(app, attempt) };
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

async function postpone(app: App, attempt: Attempt): Promise<Attempt> {
  const now = app.clock.now();
  const data = { unknownSince: attempt.unknownSince ?? now, nextCheckAt: nextCheck(now, attempt.createdAt) };
  await app.db.paymentAttempt.updateMany({
    where: { id: attempt.id },
    data: { ...data, checks: { increment: 1 } },
  });
  return { ...attempt, ...data };
}
