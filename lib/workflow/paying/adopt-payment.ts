import { minor } from '@/lib/core/money.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type Payment, readAttempt } from '@/lib/payments/attempt.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { doubleAttempt } from '@/lib/payments/double-attempt.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { OpenProvider, ParsedMessage } from '@/lib/payments/provider.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { clearAnswer, paymentPromise } from './ask-provider.ts';

/**
 * The provider tells which payment an attempt is, as some only do when it is paid, or as it does when its answer to our create
 * was lost: remember it. When we have given that attempt up, it is closed there too, so that nobody can pay it. A second
 * payment of the same attempt gets an attempt of its own.
 */
export async function adoptPayment(
  app: App,
  payment: Payment,
  { providerPaymentId, evidence }: Pick<ParsedMessage, 'providerPaymentId' | 'evidence'>,
): Promise<Payment> {
  if (!providerPaymentId || payment.attempt.providerPaymentId === providerPaymentId) return payment;
  const asks = app.openProvider(payment.agreement).find !== undefined;
  const attempt = await inTransaction(app.db, 'adoption', async (tx) => {
    await lockSubmission(tx, payment.submissionId);
    const current = await readAttempt(tx, payment.attempt.id);
    if (current.providerPaymentId === providerPaymentId) return current;
    if (current.providerPaymentId) {
      if (!evidence) return current;
      return doubleAttempt(tx, app, current, providerPaymentId);
    }
    await tx.paymentAttempt.updateMany({ where: { id: current.id }, data: { providerPaymentId } });
    // What is evidence, or was asked for, says itself what is to be closed.
    if (!isActive(current.status) && !evidence && !asks)
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

/**
 * Asks a provider that names payments late whether somebody has paid, and remembers what it calls the payment then.
 * @param told what a message calls it.
 * @returns undefined when no clear answer came.
 */
export async function nameLate(
  app: App,
  provider: OpenProvider,
  payment: Payment,
  told: string | undefined,
): Promise<Payment | undefined> {
  const promise = paymentPromise(payment.attempt);
  const { answer, isClear } = await clearAnswer(provider, promise.reference, async () =>
    provider.find?.(promise, told),
  );
  return isClear ? adoptPayment(app, payment, { providerPaymentId: answer }) : undefined;
}
