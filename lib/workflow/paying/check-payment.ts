import type { Actor } from '@/lib/core/party.ts';
import type { App } from '../app.ts';
import { openCase } from '../engine/open-case.ts';
import { verifyPayment } from './verify-payment.ts';

/** Asks the provider now about the latest payment of a case, because the payer wants to know. */
export async function checkPayment(app: App, actor: Actor, submissionId: string): Promise<void> {
  await openCase(app.db, actor, submissionId, ['filler', 'payer']);
  const latest = await app.db.paymentAttempt.findFirst({
    where: { order: { submissionId } },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  if (latest) await verifyPayment(app, latest.id);
}
