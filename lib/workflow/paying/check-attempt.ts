import { findPayment } from '@/lib/payments/attempt.ts';
import type { App } from '../app.ts';
import { mustHear } from './ask-provider.ts';
import { takeLeftMessages } from './take-message.ts';
import { type Verified, verify } from './verify-payment.ts';

/** What the timer does about an attempt whose time has come: what it told is read again where asking is not enough, and it is asked. */
export async function checkAttempt(app: App, attemptId: string): Promise<Verified> {
  const read = () => findPayment(app.db, attemptId);
  let payment = await read();
  if (payment && mustHear(app.openProvider(payment.agreement))) {
    await takeLeftMessages(app, attemptId);
    payment = await read();
  }
  if (!payment) throw new Error(`No payment attempt ${attemptId}`);
  return verify(app, payment);
}
