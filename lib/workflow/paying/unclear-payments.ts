import { closeAlarm } from '@/lib/audit/open-alarm.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type Attempt, type Payment, readAttempt } from '@/lib/payments/attempt.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import type { Evidence } from '@/lib/payments/provider.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { paymentPromise } from './ask-provider.ts';
import { tellUnresolved, unresolvedKey } from './untold-payment.ts';

/**
 * One attempt may be paid more than once at a provider that cannot be asked, and a message may tell of a payment in words that
 * nobody knows: money may then be held there, whatever is told of the others. The owner knows of it until a clear word comes
 * about that very payment; while none of the attempt is clear, the timer waits for one.
 * @param told what the message that was taken just now says.
 */
export async function tellUnclear(app: App, payment: Payment, told: Evidence): Promise<void> {
  const { attempt, submissionId } = payment;
  const key = unresolvedKey(attempt.id);
  const heard = await app.db.providerMessage.count({ where: { attemptId: attempt.id } });
  if (heard === 1 && told.state !== 'unknown') return closeAlarm(app.db, key, app.clock.now());
  await inTransaction(app.db, async (tx) => {
    await lockSubmission(tx, submissionId);
    const current = await readAttempt(tx, attempt.id);
    if (isActive(current.status) && current.providerPaymentId === null) return;
    if (await isUnclear(tx, app, payment, current)) await tellUnresolved(tx, app, current, submissionId);
    else await closeAlarm(tx, key, app.clock.now());
  });
}

/**
 * An attempt that is closed before its hour of silence is over: what was told of it in words that nobody knows is not waited for any
 * more, and is the owner's to look into. Under the submission's lock.
 */
export async function tellUnclearClosed(
  tx: Transaction,
  app: App,
  payment: Payment,
  closed: Attempt,
): Promise<void> {
  if (await isUnclear(tx, app, payment, closed)) await tellUnresolved(tx, app, closed, payment.submissionId);
}

async function isUnclear(reader: Reader, app: App, payment: Payment, current: Attempt): Promise<boolean> {
  const { attempt, agreement } = payment;
  const provider = app.openProvider(agreement);
  const clear = new Map<string, boolean>();
  const messages = await reader.providerMessage.findMany({
    where: { attemptId: attempt.id },
    select: { body: true },
  });
  for (const { body } of messages) {
    const parsed = provider.parseMessage({ headers: new Headers(), body });
    const state = parsed?.evidence?.(paymentPromise(attempt)).state;
    if (state === undefined) continue;
    const about = parsed?.about ?? '';
    clear.set(about, clear.get(about) === true || state !== 'unknown');
  }
  // What names no payment is about the only one there is, until that one is known.
  const isSettled = isActive(current.status) || current.capturedMinor > 0n;
  if (isSettled || clear.get('') === true) clear.delete('');
  return [...clear.values()].includes(false);
}
