import { addSeconds } from '@/lib/core/clock.ts';
import type { Reader } from '@/lib/db/client.ts';
import { callLeaseSeconds } from '@/lib/payments/operations.ts';
import type { App } from '../app.ts';

/**
 * Has the timer look once more at an attempt whose provider cannot be asked: another message of it may have been stored by a
 * process that ended before its effect, and what moves the attempt would otherwise call the timer off. It asks nobody.
 */
export async function lookAgain(reader: Reader, { clock }: App, attemptId: string): Promise<void> {
  const nextCheckAt = addSeconds(clock.now(), callLeaseSeconds);
  await reader.paymentAttempt.updateMany({ where: { id: attemptId }, data: { nextCheckAt } });
}
