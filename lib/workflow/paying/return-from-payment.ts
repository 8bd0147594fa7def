import { isUuid } from '@/lib/core/ids.ts';
import { findPayment } from '@/lib/payments/attempt.ts';
import type { App } from '../app.ts';
import { verify } from './verify-payment.ts';

/** The payer's browser came back, with whatever it says: the provider is asked. Gives the case, for the door to send the browser there. */
export async function returnFromPayment(app: App, attemptId: string): Promise<string | undefined> {
  if (!isUuid(attemptId)) return undefined;
  const payment = await findPayment(app.db, attemptId);
  if (!payment) return undefined;
  await verify(app, payment);
  return payment.submissionId;
}
