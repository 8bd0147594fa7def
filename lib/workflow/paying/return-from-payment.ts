import { isUuid } from '@/lib/core/ids.ts';
import type { App } from '../app.ts';
import { verifyPayment } from './verify-payment.ts';

/** The payer's browser came back, with whatever it says: the provider is asked. Gives the case, for the door to send the browser there. */
export async function returnFromPayment(app: App, attemptId: string): Promise<string | undefined> {
  if (!isUuid(attemptId)) return undefined;
  const attempt = await app.db.paymentAttempt.findUnique({
    where: { id: attemptId },
    include: { order: true },
  });
  if (!attempt) return undefined;
  await verifyPayment(app, attemptId);
  return attempt.order.submissionId;
}
