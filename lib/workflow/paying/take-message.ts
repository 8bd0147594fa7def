import { crashPoint } from '@/lib/core/crash-point.ts';
import { minor } from '@/lib/core/money.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findPayment, type Payment, readAttempt } from '@/lib/payments/attempt.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { doubleAttempt } from '@/lib/payments/double-attempt.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { Evidence, ParsedMessage } from '@/lib/payments/provider.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { paymentPromise, verify } from './verify-payment.ts';

/**
 * Lets a message that is authentic and stored have its effect: the provider is asked or, where nobody can be, the message
 * believed. It is marked as handled only when that is committed.
 */
export async function takeMessage(
  app: App,
  payment: Payment,
  messageId: string,
  parsed: ParsedMessage,
): Promise<'handled' | 'retry'> {
  const known = await adopt(app, payment, parsed);
  const { attempt } = known;
  if (parsed.failure && isActive(attempt.status)) {
    await app.db.paymentAttempt.updateMany({
      where: { id: attempt.id, status: 'pending' },
      data: { failure: parsed.failure },
    });
  }
  const verified = await verify(app, known, { told: evidenceFor(payment, known, parsed) });
  if (verified.kind === 'no_answer') return 'retry';
  crashPoint('before-message-handled');
  await app.db.providerMessage.updateMany({
    where: { id: messageId },
    data: { handledAt: app.clock.now() },
  });
  crashPoint('after-message-handled');
  return 'handled';
}

/** Takes up what was stored of a payment that its provider cannot be asked about, and had no effect before its process ended. */
export async function takeLeftMessages(app: App, attemptId: string): Promise<void> {
  const left = await app.db.providerMessage.findMany({
    where: { attemptId, handledAt: null },
    orderBy: { receivedAt: 'asc' },
  });
  for (const { id, body } of left) {
    const payment = await findPayment(app.db, attemptId);
    const parsed =
      payment && app.openProvider(payment.agreement).parseMessage({ headers: new Headers(), body });
    if (payment && parsed) await takeMessage(app, payment, id, parsed);
  }
}

/** A message is held against what its own attempt promised, also when it tells of a second payment of it. */
function evidenceFor(told: Payment, known: Payment, { evidence }: ParsedMessage): Evidence | undefined {
  const seen = evidence?.(paymentPromise(told.attempt));
  if (!seen || told.attempt.id === known.attempt.id) return seen;
  return seen.reference === told.attempt.reference ? { ...seen, reference: known.attempt.reference } : seen;
}

/**
 * The provider tells which payment an attempt is, as some only do when it is paid, or as it does when its answer to our create
 * was lost: remember it. When we have given that attempt up, it is closed there too, so that nobody can pay it. A second
 * payment of the same attempt gets an attempt of its own.
 */
async function adopt(app: App, payment: Payment, parsed: ParsedMessage): Promise<Payment> {
  const { providerPaymentId } = parsed;
  if (!providerPaymentId || payment.attempt.providerPaymentId === providerPaymentId) return payment;
  const attempt = await inTransaction(app.db, 'adoption', async (tx) => {
    await lockSubmission(tx, payment.submissionId);
    const current = await readAttempt(tx, payment.attempt.id);
    if (current.providerPaymentId === providerPaymentId) return current;
    if (current.providerPaymentId) {
      if (!parsed.evidence) return current;
      return doubleAttempt(tx, app, payment.submissionId, current, providerPaymentId);
    }
    await tx.paymentAttempt.updateMany({ where: { id: current.id }, data: { providerPaymentId } });
    // A message that is evidence says itself what is to be closed.
    if (!isActive(current.status) && !parsed.evidence)
      await planOperation(
        tx,
        app.ids,
        current,
        { kind: 'cancel', amountMinor: minor(current.amountMinor), reason: 'create_was_given_up' },
        app.clock.now(),
      );
    return { ...current, providerPaymentId };
  });
  return { ...payment, attempt };
}
