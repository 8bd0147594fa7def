import { crashPoint } from '@/lib/core/crash-point.ts';
import { findPayment, type Payment } from '@/lib/payments/attempt.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import type { Evidence, ParsedMessage } from '@/lib/payments/provider.ts';
import type { App } from '../app.ts';
import { adoptPayment } from './adopt-payment.ts';
import { paymentPromise } from './ask-provider.ts';
import { tellUnclear } from './unclear-payments.ts';
import { verify } from './verify-payment.ts';

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
  // What a message calls a payment is a guess where it can be asked for.
  const isGuess = app.openProvider(payment.agreement).find !== undefined;
  const known = isGuess ? payment : await adoptPayment(app, payment, parsed);
  const told = evidenceFor(payment, known, parsed);
  // What became of one visit to the page is no news of the payment that came of another.
  const isNews = !told?.ofVisit || known.attempt.providerPaymentId === null;
  if (isNews && !(await takeNews(app, known, parsed, told))) return 'retry';
  if (told) await tellUnclear(app, payment, told);
  crashPoint('before-message-handled');
  await app.db.providerMessage.updateMany({
    where: { id: messageId },
    data: { handledAt: app.clock.now() },
  });
  crashPoint('after-message-handled');
  return 'handled';
}

/** Whether it had its effect; else it is to be told again. */
async function takeNews(app: App, known: Payment, parsed: ParsedMessage, told?: Evidence): Promise<boolean> {
  const { attempt } = known;
  if (parsed.failure && isActive(attempt.status)) {
    await app.db.paymentAttempt.updateMany({
      where: { id: attempt.id, status: 'pending' },
      data: { failure: parsed.failure },
    });
  }
  return (await verify(app, known, { told, name: parsed.providerPaymentId })).kind === 'asked';
}

/** Takes up what was stored of a payment that asking alone does not tell all of, and had no effect before its process ended. */
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
