import { findPayment } from '@/lib/payments/attempt.ts';
import type { App } from '../app.ts';
import { takeLeftMessages } from './take-message.ts';
import { type Verified, verify } from './verify-payment.ts';

/** What the timer does about an attempt whose time has come: the provider is asked or, where nobody can be, what it told read again. */
export async function checkAttempt(app: App, attemptId: string): Promise<Verified> {
  const read = () => findPayment(app.db, attemptId);
  let payment = await read();
  if (payment && !app.openProvider(payment.agreement).fetch) {
    await takeLeftMessages(app, attemptId);
    payment = await read();
  }
  if (!payment) throw new Error(`No payment attempt ${attemptId}`);
  return verify(app, payment);
}
